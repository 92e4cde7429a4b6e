package cn.gov.jiyuan.data.stewardship.crosscheck;

import cn.gov.jiyuan.kernel.id.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sources of items, witnesses beside them, and how often each was right. */
@Component
final class AuthorityStore {
    private final JdbcClient jdbc;

    AuthorityStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Only one transaction at a time appoints sources: two owners of an item must not slip in. */
    void lock() {
        jdbc.sql("lock table stewardship.authority in share row exclusive mode").update();
    }

    List<Authority> of(String item) {
        return jdbc.sql("select * from stewardship.authority where item = ? order by valid_from")
                .param(item)
                .query(AuthorityStore::authority)
                .list();
    }

    List<Source> witnesses(String item) {
        return jdbc.sql("select * from stewardship.witness where item = ? order by unit_code, dataset")
                .param(item)
                .query(AuthorityStore::source)
                .list();
    }

    /** Items that a dataset says something about. */
    Set<String> items(String dataset) {
        return new TreeSet<>(
                jdbc.sql("""
                        select item from stewardship.authority where dataset = ?
                        union select item from stewardship.witness where dataset = ?
                        """).params(dataset, dataset).query(String.class).list());
    }

    void insert(Authority authority, String by, Instant at) {
        Source source = authority.source();
        jdbc.sql("""
                        insert into stewardship.authority (id, item, title, unit_id, unit_code, dataset, key_column,
                          value_column, as_of_column, code_table, basis, valid_from, valid_to, by_name, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        authority.id(),
                        authority.item(),
                        authority.title(),
                        source.unitId(),
                        source.unitCode(),
                        source.dataset(),
                        source.keyColumn(),
                        source.valueColumn(),
                        source.asOfColumn(),
                        authority.codeTable(),
                        authority.basis(),
                        authority.validFrom(),
                        authority.validTo(),
                        by,
                        at.atOffset(ZoneOffset.UTC)))
                .update();
    }

    void end(UUID id, LocalDate last) {
        jdbc.sql("update stewardship.authority set valid_to = ? where id = ?")
                .params(last, id)
                .update();
    }

    void add(String item, Source source, String by, Instant at) {
        jdbc.sql("""
                        insert into stewardship.witness (id, item, unit_id, unit_code, dataset, key_column, value_column,
                          as_of_column, by_name, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (item, unit_code, dataset) do update set key_column = excluded.key_column,
                          value_column = excluded.value_column, as_of_column = excluded.as_of_column,
                          by_name = excluded.by_name, at = excluded.at
                        """)
                .params(Arrays.asList(
                        Ids.next(),
                        item,
                        source.unitId(),
                        source.unitCode(),
                        source.dataset(),
                        source.keyColumn(),
                        source.valueColumn(),
                        source.asOfColumn(),
                        by,
                        at.atOffset(ZoneOffset.UTC)))
                .update();
    }

    /** How often a source was right and wrong. */
    record Tally(long right, long wrong) {
        /** Posterior mean of a Beta distribution. */
        double trust(long priorRight, long priorWrong) {
            return (double) (priorRight + right) / (priorRight + priorWrong + right + wrong);
        }
    }

    /** Of each unit that was judged since a moment. */
    Map<String, Tally> tallies(String item, OffsetDateTime since) {
        Map<String, Tally> tallies = new HashMap<>();
        jdbc.sql("""
                        select unit_code, count(*) filter (where correct), count(*) filter (where not correct)
                          from stewardship.testimony where item = ? and at >= ? group by unit_code
                        """)
                .params(item, since)
                .query((row, n) -> tallies.put(row.getString(1), new Tally(row.getLong(2), row.getLong(3))))
                .list();
        return tallies;
    }

    void testify(String item, String unit, boolean correct, UUID finding, Instant at) {
        jdbc.sql("""
                        insert into stewardship.testimony (id, item, unit_code, correct, finding_id, at)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (finding_id, unit_code) do update set correct = excluded.correct, at = excluded.at
                        """)
                .params(Ids.next(), item, unit, correct, finding, at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Authority authority(ResultSet row, int n) throws SQLException {
        return new Authority(
                row.getObject("id", UUID.class),
                row.getString("item"),
                row.getString("title"),
                source(row, n),
                row.getString("code_table"),
                row.getString("basis"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }

    private static Source source(ResultSet row, int n) throws SQLException {
        return new Source(
                row.getObject("unit_id", UUID.class),
                row.getString("unit_code"),
                row.getString("dataset"),
                row.getString("key_column"),
                row.getString("value_column"),
                row.getString("as_of_column"));
    }
}
