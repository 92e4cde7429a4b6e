package cn.gov.jiyuan.data.opendata.access;

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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Applications, corrections, wishes and reuse. */
@Component("opendata.ServiceStore")
final class ServiceStore {
    private final JdbcClient jdbc;

    ServiceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The tables whose rows are cases. */
    enum Table {
        APPLICATION,
        CORRECTION,
        WISH,
        REUSE;

        String sql() {
            return "opendata." + name().toLowerCase(java.util.Locale.ROOT);
        }

        boolean hasDue() {
            return this == APPLICATION || this == CORRECTION;
        }
    }

    void moved(Table table, UUID id, String state, String answer, @Nullable Instant due, Instant at, boolean answered) {
        jdbc.sql("update " + table.sql()
                        + " set state = ?, answer = case when ? = '' then answer else ? end where id = ?")
                .params(state, answer, answer, id)
                .update();
        if (table.hasDue() && due != null) {
            jdbc.sql("update " + table.sql() + " set due_at = ? where id = ?")
                    .params(due.atOffset(ZoneOffset.UTC), id)
                    .update();
        }
        if (answered && table != Table.APPLICATION) {
            jdbc.sql("update " + table.sql() + " set answered_at = ? where id = ?")
                    .params(at.atOffset(ZoneOffset.UTC), id)
                    .update();
        }
    }

    /** Whom to tell of a case, if anybody, and about what. */
    record Told(@Nullable UUID party, String title) {}

    Told told(Table table, UUID id) {
        String title = table == Table.WISH || table == Table.REUSE
                ? "t.title"
                : "(select d.title from opendata.dataset d where d.id = t.dataset_id)";
        return jdbc.sql("select t.party_id, " + title + " from " + table.sql() + " t where t.id = ?")
                .param(id)
                .query((row, n) -> new Told(row.getObject(1, UUID.class), row.getString(2)))
                .single();
    }

    void insert(Applications.Application application, UUID unit, boolean demo) {
        jdbc.sql("insert into opendata.application (id, number, dataset_id, party_id, unit_id, purpose, security,"
                        + " expected, state, applied_at, is_demo) values (?,?,?,?,?,?,?,?,?,?,?)")
                .params(
                        application.id(),
                        application.number(),
                        application.dataset(),
                        application.party(),
                        unit,
                        application.purpose(),
                        application.security(),
                        application.expected(),
                        application.state(),
                        application.applied().atOffset(ZoneOffset.UTC),
                        demo)
                .update();
    }

    void agreed(UUID id, UUID by, Instant at, LocalDate expires) {
        jdbc.sql("update opendata.application set agreed_at = ?, agreed_by = ?, expires_on = ? where id = ?")
                .params(at.atOffset(ZoneOffset.UTC), by, expires, id)
                .update();
    }

    void results(UUID id, String results, Instant at) {
        jdbc.sql("update opendata.application set results = ?, results_at = ? where id = ?")
                .params(results, at.atOffset(ZoneOffset.UTC), id)
                .update();
    }

    List<Applications.Application> applications(UUID party) {
        return jdbc.sql("select * from opendata.application where party_id = ? order by applied_at desc limit 100")
                .param(party)
                .query((row, n) -> application(row))
                .list();
    }

    Optional<Applications.Application> application(UUID id) {
        return jdbc.sql("select * from opendata.application where id = ?")
                .param(id)
                .query((row, n) -> application(row))
                .optional();
    }

    /** An application of the party that is not over. */
    Optional<Applications.Application> open(UUID dataset, UUID party) {
        return jdbc.sql("select * from opendata.application where dataset_id = ? and party_id = ?"
                        + " and state in ('reviewing', 'agreement', 'granted') order by applied_at desc limit 1")
                .params(dataset, party)
                .query((row, n) -> application(row))
                .optional();
    }

    List<Applications.Application> expired(LocalDate today, int limit) {
        return jdbc.sql("select * from opendata.application where state = 'granted' and expires_on < ? limit ?")
                .params(today, limit)
                .query((row, n) -> application(row))
                .list();
    }

    void insert(Feedback.Correction correction, UUID unit, @Nullable UUID party, boolean demo) {
        jdbc.sql("insert into opendata.correction (id, number, dataset_id, version, unit_id, party_id, what, state,"
                        + " sent_at, due_at, answer, answered_at, is_demo) values (?,?,?,?,?,?,?,?,?,?,?,?,?)")
                .params(Arrays.asList(
                        correction.id(),
                        correction.number(),
                        correction.dataset(),
                        correction.version(),
                        unit,
                        party,
                        correction.what(),
                        correction.state(),
                        correction.sent().atOffset(ZoneOffset.UTC),
                        time(correction.due()),
                        correction.answer(),
                        time(correction.answered()),
                        demo))
                .update();
    }

    List<Feedback.Correction> corrections(UUID dataset, int limit) {
        return jdbc.sql("select * from opendata.correction where dataset_id = ? order by sent_at desc limit ?")
                .params(dataset, limit)
                .query((row, n) -> correction(row))
                .list();
    }

    Optional<Feedback.Correction> correction(String number) {
        return jdbc.sql("select * from opendata.correction where number = ?")
                .param(number)
                .query((row, n) -> correction(row))
                .optional();
    }

    void insert(Community.Wish wish, UUID party, boolean demo) {
        jdbc.sql(
                        "insert into opendata.wish (id, number, title, detail, party_id, state, sent_at, votes, answer, is_demo)"
                                + " values (?,?,?,?,?,?,?,?,?,?)")
                .params(
                        wish.id(),
                        wish.number(),
                        wish.title(),
                        wish.detail(),
                        party,
                        wish.state(),
                        wish.sent().atOffset(ZoneOffset.UTC),
                        wish.votes(),
                        wish.answer(),
                        demo)
                .update();
    }

    List<Community.Wish> wishes(int limit) {
        return jdbc.sql(
                        "select * from opendata.wish order by (state = 'collecting') desc, votes desc, sent_at desc limit ?")
                .param(limit)
                .query((row, n) -> wish(row))
                .list();
    }

    Optional<Community.Wish> wish(UUID id) {
        return jdbc.sql("select * from opendata.wish where id = ?")
                .param(id)
                .query((row, n) -> wish(row))
                .optional();
    }

    /** @return false if the party has voted before */
    boolean vote(UUID wish, UUID party, Instant at) {
        boolean first = jdbc.sql("insert into opendata.wish_vote (wish_id, party_id, at) values (?,?,?)"
                                + " on conflict do nothing")
                        .params(wish, party, at.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
        if (first) {
            jdbc.sql("update opendata.wish set votes = votes + 1 where id = ?")
                    .param(wish)
                    .update();
        }
        return first;
    }

    void insert(Community.Reuse reuse, UUID party, boolean demo) {
        jdbc.sql("insert into opendata.reuse (id, number, title, kind, description, link, dataset_ids, party_id, state,"
                        + " sent_at, is_demo) values (?,?,?,?,?,?,?,?,?,?,?)")
                .params(
                        reuse.id(),
                        reuse.number(),
                        reuse.title(),
                        reuse.kind(),
                        reuse.description(),
                        reuse.link(),
                        reuse.datasets().toArray(UUID[]::new),
                        party,
                        reuse.state(),
                        reuse.sent().atOffset(ZoneOffset.UTC),
                        demo)
                .update();
    }

    List<Community.Reuse> shown(int limit) {
        return jdbc.sql("select * from opendata.reuse where state = 'shown' order by sent_at desc limit ?")
                .param(limit)
                .query((row, n) -> reuse(row))
                .list();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Applications.Application application(ResultSet row) throws SQLException {
        return new Applications.Application(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getObject("dataset_id", UUID.class),
                row.getObject("party_id", UUID.class),
                row.getString("purpose"),
                row.getString("security"),
                row.getString("expected"),
                row.getString("state"),
                at(row, "applied_at"),
                instant(row, "due_at"),
                row.getString("answer"),
                instant(row, "agreed_at"),
                row.getObject("expires_on", LocalDate.class),
                row.getString("results"));
    }

    private static Feedback.Correction correction(ResultSet row) throws SQLException {
        return new Feedback.Correction(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getObject("dataset_id", UUID.class),
                row.getInt("version"),
                row.getString("what"),
                row.getString("state"),
                at(row, "sent_at"),
                instant(row, "due_at"),
                row.getString("answer"),
                instant(row, "answered_at"));
    }

    private static Community.Wish wish(ResultSet row) throws SQLException {
        return new Community.Wish(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("title"),
                row.getString("detail"),
                row.getString("state"),
                at(row, "sent_at"),
                row.getInt("votes"),
                row.getString("answer"));
    }

    private static Community.Reuse reuse(ResultSet row) throws SQLException {
        return new Community.Reuse(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("title"),
                row.getString("kind"),
                row.getString("description"),
                row.getString("link"),
                List.of((UUID[]) row.getArray("dataset_ids").getArray()),
                row.getString("state"),
                at(row, "sent_at"));
    }
}
