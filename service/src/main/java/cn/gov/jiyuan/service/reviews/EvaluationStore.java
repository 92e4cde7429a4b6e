package cn.gov.jiyuan.service.reviews;

import cn.gov.jiyuan.platform.access.RowScope;
import cn.gov.jiyuan.platform.access.ScopeColumns;
import cn.gov.jiyuan.platform.audit.KeptRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** SQL of schema {@code reviews}. */
final class EvaluationStore {
    static final String TABLE = "reviews.evaluation";
    static final String FOLLOW_UP = "reviews.follow_up";

    private final JdbcClient jdbc;

    EvaluationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One rating.
     *
     * @param caseId matter rated; null if it rates a visit to the hall
     * @param visit number of the visit; null if it rates a matter
     * @param ownAccord whether it came through a channel that nobody handed to the reviewer
     * @param source keyed digest of where it came from; null if not known
     */
    record Evaluation(
            UUID id,
            @Nullable UUID caseId,
            @Nullable String caseNumber,
            @Nullable String visit,
            @Nullable String itemCode,
            UUID unitId,
            @Nullable String serviceWindow,
            @Nullable UUID reviewerId,
            @Nullable UUID handlerId,
            int satisfaction,
            int channel,
            boolean ownAccord,
            List<String> tags,
            String words,
            boolean anonymous,
            byte @Nullable [] source,
            Instant givenAt,
            boolean demo) {}

    boolean exists(UUID caseId) {
        return jdbc.sql("select exists (select 1 from reviews.evaluation where case_id = ?)")
                .param(caseId)
                .query(Boolean.class)
                .single();
    }

    boolean knowsVisit(String visit) {
        return jdbc.sql("select exists (select 1 from reviews.evaluation where visit = ?)")
                .param(visit)
                .query(Boolean.class)
                .single();
    }

    Optional<Evaluation> ofCase(UUID caseId) {
        return jdbc.sql("select * from reviews.evaluation where case_id = ?")
                .param(caseId)
                .query((row, n) -> read(row))
                .optional();
    }

    private static Evaluation read(ResultSet row) throws SQLException {
        return new Evaluation(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getString("case_number"),
                row.getString("visit"),
                row.getString("item_code"),
                row.getObject("unit_id", UUID.class),
                row.getString("service_window"),
                row.getObject("reviewer_id", UUID.class),
                row.getObject("handler_id", UUID.class),
                row.getInt("satisfaction"),
                row.getInt("channel"),
                row.getBoolean("own_accord"),
                Arrays.asList((String[]) row.getArray("tags").getArray()),
                row.getString("words"),
                row.getBoolean("anonymous"),
                row.getBytes("source"),
                row.getObject("given_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("is_demo"));
    }

    /** False if the matter or the visit was rated in between. */
    boolean insert(Evaluation e) {
        return jdbc.sql("""
                                insert into reviews.evaluation (id, case_id, case_number, visit, item_code, unit_id, service_window,
                                       reviewer_id, handler_id, satisfaction, channel, own_accord, tags, words, anonymous, source, given_at, is_demo)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                                """)
                        .param(e.id())
                        .param(e.caseId())
                        .param(e.caseNumber())
                        .param(e.visit())
                        .param(e.itemCode())
                        .param(e.unitId())
                        .param(e.serviceWindow())
                        .param(e.reviewerId())
                        .param(e.handlerId())
                        .param(e.satisfaction())
                        .param(e.channel())
                        .param(e.ownAccord())
                        .param(e.tags().toArray(new String[0]))
                        .param(e.words())
                        .param(e.anonymous())
                        .param(e.source())
                        .param(e.givenAt().atOffset(ZoneOffset.UTC))
                        .param(e.demo())
                        .update()
                == 1;
    }

    /** Digests of ratings as they stand, for the audit trail. */
    Map<UUID, String> digests(String table, List<UUID> ids) {
        return KeptRows.digests(jdbc, table, ids);
    }

    boolean followUp(UUID id, UUID evaluationId, String words, Instant at) {
        return jdbc.sql("insert into reviews.follow_up (id, evaluation_id, words, given_at) values (?, ?, ?, ?)"
                                + " on conflict (evaluation_id) do nothing")
                        .param(id)
                        .param(evaluationId)
                        .param(words)
                        .param(at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<String> followUpOf(UUID evaluationId) {
        return jdbc.sql("select words from reviews.follow_up where evaluation_id = ?")
                .param(evaluationId)
                .query(String.class)
                .optional();
    }

    /** False if its applicant was invited before. */
    boolean invite(UUID caseId, Instant at) {
        return jdbc.sql("insert into reviews.invitation (case_id, invited_at) values (?, ?) on conflict do nothing")
                        .param(caseId)
                        .param(at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void exclude(UUID evaluationId, UUID caseId, String reason, Instant at) {
        jdbc.sql("insert into reviews.exclusion (evaluation_id, case_id, reason, excluded_at) values (?, ?, ?, ?)"
                        + " on conflict (evaluation_id) do nothing")
                .param(evaluationId)
                .param(caseId)
                .param(reason)
                .param(at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Notes what makes a rating look made up: the same source, or the same long words, several times within a day.
     *
     * @param limit how many others it takes
     */
    void suspect(Evaluation e, int limit) {
        String note =
                "insert into reviews.suspicion (evaluation_id, kind, found_at) select ?, ?, ? where (select count(*)"
                        + " from (select 1 from reviews.evaluation where id <> ? and given_at > ? and given_at <= ? and ";
        suspect(note + "source = ? limit ?) other) >= ? on conflict do nothing", e, "SOURCE", e.source(), limit);
        if (e.words().length() >= 10) {
            suspect(note + "words = ? limit ?) other) >= ? on conflict do nothing", e, "WORDS", e.words(), limit);
        }
    }

    /** Notes a clue that lies in the rating itself. */
    void suspect(UUID evaluationId, String kind, Instant at) {
        jdbc.sql(
                        "insert into reviews.suspicion (evaluation_id, kind, found_at) values (?, ?, ?) on conflict do nothing")
                .param(evaluationId)
                .param(kind)
                .param(at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void suspect(String sql, Evaluation e, String kind, @Nullable Object value, int limit) {
        if (value != null) {
            OffsetDateTime at = e.givenAt().atOffset(ZoneOffset.UTC);
            jdbc.sql(sql)
                    .param(e.id())
                    .param(kind)
                    .param(at)
                    .param(e.id())
                    .param(at.minusDays(1))
                    .param(at)
                    .param(value)
                    .param(limit)
                    .param(limit)
                    .update();
        }
    }

    /**
     * What is counted of one group.
     *
     * @param key unit, window or item
     * @param good ratings 1, 2 and 3
     */
    record Tally(String key, long count, long good) {}

    /** @param by column of the table, never text of a user */
    List<Tally> tallies(Grouping by, RowScope scope, Instant from, Instant to) {
        List<Object> arguments = new ArrayList<>(List.of(from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC)));
        String sql = "select " + by.expression() + " as key, count(*) as ratings,"
                + " count(*) filter (where satisfaction <= 3) as good"
                + " from reviews.counted where given_at >= ? and given_at < ? and " + by.expression() + " is not null"
                + ScopeColumns.UNIT.and(scope, arguments) + " group by 1";
        return jdbc.sql(sql)
                .params(arguments)
                .query((row, n) -> new Tally(row.getString("key"), row.getLong("ratings"), row.getLong("good")))
                .list();
    }

    /** By what ratings are ranked. */
    enum Grouping {
        UNIT("unit_id::text", "机构"),
        WINDOW("service_window", "窗口"),
        ITEM("item_code", "事项");

        private final String expression;
        private final String label;

        Grouping(String expression, String label) {
            this.expression = expression;
            this.label = label;
        }

        String expression() {
            return expression;
        }

        public String label() {
            return label;
        }
    }

    /** Ratings given in [from, to) that count, and how many of them are bad. */
    Tally all(RowScope scope, Instant from, Instant to) {
        List<Object> arguments = new ArrayList<>(List.of(from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC)));
        String sql =
                "select count(*) as ratings, count(*) filter (where satisfaction <= 3) as good from reviews.counted"
                        + " where given_at >= ? and given_at < ?" + ScopeColumns.UNIT.and(scope, arguments);
        return jdbc.sql(sql)
                .params(arguments)
                .query((row, n) -> new Tally("", row.getLong("ratings"), row.getLong("good")))
                .single();
    }

    /** Ratings that count and that people gave of their own accord. */
    long ofOwnAccord(RowScope scope, Instant from, Instant to) {
        return number(
                "select count(*) from reviews.counted where own_accord and given_at >= ? and given_at < ?",
                scope,
                from,
                to);
    }

    long excluded(RowScope scope, Instant from, Instant to) {
        return number(
                "select count(*) from reviews.evaluation e where given_at >= ? and given_at < ?"
                        + " and exists (select 1 from reviews.exclusion x where x.evaluation_id = e.id)",
                scope,
                from,
                to);
    }

    /** Ratings of matters (not visits) given in [from, to). */
    long ofMatters(RowScope scope, Instant from, Instant to) {
        return number(
                "select count(*) from reviews.evaluation where case_id is not null and given_at >= ? and given_at < ?",
                scope,
                from,
                to);
    }

    /** A delivered matter of the demonstration. */
    record Finished(
            UUID id,
            String number,
            String title,
            UUID unitId,
            UUID applicantId,
            String applicantMasked,
            String itemCode,
            Instant closedAt) {}

    List<Finished> finishedDemo(UUID after, int limit) {
        return jdbc.sql(
                        "select id, number, title, unit_id, applicant_id, applicant_masked, data ->> 'itemCode' as item,"
                                + " closed_at from reviews.finished_matter where is_demo and id > ? order by id limit ?")
                .param(after)
                .param(limit)
                .query((row, n) -> new Finished(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        row.getString("title"),
                        row.getObject("unit_id", UUID.class),
                        row.getObject("applicant_id", UUID.class),
                        row.getString("applicant_masked"),
                        row.getString("item"),
                        row.getObject("closed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Matters whose applicants got the result in [from, to). */
    long finished(RowScope scope, Instant from, Instant to) {
        return number(
                "select count(*) from reviews.finished_matter where closed_at >= ? and closed_at < ?", scope, from, to);
    }

    /**
     * Bad reviews registered in [from, to).
     *
     * @param rectified those among them that were put right
     * @param excluded those that were left out
     * @param revisited those whose reviewer was asked again
     * @param content those whose reviewer was content when he was asked last
     */
    record Handled(long registered, long rectified, long excluded, long revisited, long content) {}

    Handled handled(RowScope scope, Instant from, Instant to) {
        List<Object> arguments = new ArrayList<>(List.of(from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC)));
        String sql = "select count(*) as registered, count(*) filter (where outcome = 'rectified') as rectified,"
                + " count(*) filter (where outcome = 'excluded') as excluded, count(revisit) as revisited,"
                + " count(*) filter (where revisit = 'satisfied') as content from reviews.rectification"
                + " where opened_at >= ? and opened_at < ?" + ScopeColumns.UNIT.and(scope, arguments);
        return jdbc.sql(sql)
                .params(arguments)
                .query((row, n) -> new Handled(
                        row.getLong("registered"),
                        row.getLong("rectified"),
                        row.getLong("excluded"),
                        row.getLong("revisited"),
                        row.getLong("content")))
                .single();
    }

    private long number(String sql, RowScope scope, Instant from, Instant to) {
        List<Object> arguments = new ArrayList<>(List.of(from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC)));
        return jdbc.sql(sql + ScopeColumns.UNIT.and(scope, arguments))
                .params(arguments)
                .query(Long.class)
                .single();
    }
}
