package cn.gov.jiyuan.data.stewardship.crosscheck;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What units asked to be the source of, and what was decided. */
@Component
final class ProposalStore {
    private static final int MOST = 50;
    private final JdbcClient jdbc;

    ProposalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false if the unit has one for the item that waits */
    boolean insert(Proposal proposal) {
        Source source = proposal.source();
        return jdbc.sql("""
                                insert into stewardship.authority_proposal (id, item, title, unit_id, unit_code, dataset,
                                  key_column, value_column, as_of_column, code_table, basis, valid_from, reason, state, by_id,
                                  by_name, at)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', ?, ?, ?)
                                on conflict (item, unit_id) where state = 'WAITING' do nothing
                                """)
                        .params(Arrays.asList(
                                proposal.id(),
                                proposal.item(),
                                proposal.title(),
                                source.unitId(),
                                source.unitCode(),
                                source.dataset(),
                                source.keyColumn(),
                                source.valueColumn(),
                                source.asOfColumn(),
                                proposal.codeTable(),
                                proposal.basis(),
                                proposal.validFrom(),
                                proposal.reason(),
                                proposal.byId(),
                                proposal.byName(),
                                proposal.at().atOffset(ZoneOffset.UTC)))
                        .update()
                > 0;
    }

    Optional<Proposal> lock(UUID id) {
        return jdbc.sql("select * from stewardship.authority_proposal where id = ? for update")
                .param(id)
                .query(ProposalStore::proposal)
                .optional();
    }

    /** The newest first. */
    List<Proposal> of(String item) {
        return jdbc.sql("select * from stewardship.authority_proposal where item = ? order by at desc limit ?")
                .params(item, MOST)
                .query(ProposalStore::proposal)
                .list();
    }

    void decide(UUID id, Proposal.State state, String by, String reason, Instant at) {
        jdbc.sql("""
                        update stewardship.authority_proposal set state = ?, decided_name = ?, decision = ?, decided_at = ?
                         where id = ?
                        """)
                .params(state.name(), by, reason, at.atOffset(ZoneOffset.UTC), id)
                .update();
    }

    private static Proposal proposal(ResultSet row, int n) throws SQLException {
        OffsetDateTime decided = row.getObject("decided_at", OffsetDateTime.class);
        return new Proposal(
                row.getObject("id", UUID.class),
                row.getString("item"),
                row.getString("title"),
                new Source(
                        row.getObject("unit_id", UUID.class),
                        row.getString("unit_code"),
                        row.getString("dataset"),
                        row.getString("key_column"),
                        row.getString("value_column"),
                        row.getString("as_of_column")),
                row.getString("code_table"),
                row.getString("basis"),
                row.getObject("valid_from", LocalDate.class),
                row.getString("reason"),
                Proposal.State.valueOf(row.getString("state")),
                row.getObject("by_id", UUID.class),
                row.getString("by_name"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("decided_name"),
                decided == null ? null : decided.toInstant(),
                row.getString("decision"));
    }
}
