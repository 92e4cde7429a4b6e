package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.kernel.time.LegalTerm;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code items.baseline}. */
@Component
class BaselineStore {
    private final JdbcClient jdbc;

    BaselineStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Baseline> find(String code) {
        return jdbc.sql("""
                        select b.term::text as term, b.steps, b.visits, b.materials::text as materials, b.basis
                          from items.baseline b join items.item i on i.id = b.item_id where i.code = :code
                        """)
                .param("code", code)
                .query((row, n) -> new Baseline(
                        ContentJson.JSON.readValue(row.getString("term"), LegalTerm.class),
                        row.getInt("steps"),
                        row.getInt("visits"),
                        Arrays.asList(ContentJson.JSON.readValue(row.getString("materials"), Baseline.Paper[].class)),
                        row.getString("basis")))
                .optional();
    }

    void put(String code, Baseline baseline, String by, Instant at) {
        jdbc.sql("""
                        insert into items.baseline (item_id, term, steps, visits, materials, basis, set_by, set_at)
                        select id, cast(:term as jsonb), :steps, :visits, cast(:materials as jsonb), :basis, :by, :at
                          from items.item where code = :code
                        on conflict (item_id) do update set term = excluded.term, steps = excluded.steps, visits = excluded.visits,
                               materials = excluded.materials, basis = excluded.basis, set_by = excluded.set_by, set_at = excluded.set_at
                        """)
                .param("term", ContentJson.JSON.writeValueAsString(baseline.term()))
                .param("steps", baseline.steps())
                .param("visits", baseline.visits())
                .param("materials", ContentJson.JSON.writeValueAsString(baseline.materials()))
                .param("basis", baseline.basis())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("code", code)
                .update();
    }
}
