package cn.gov.jiyuan.platform.search;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The log in the database. A search never waits for the disk and never fails for its log's sake in a read-only caller:
 * rows are written without waiting for the write-ahead log; the last ones may be lost with the power.
 */
final class QueryLogStore implements QueryLog {
    /** Numbers of persons, phones and cases that somebody typed into the box. */
    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9０-９][0-9０-９ -]{6,}[0-9０-９xXｘＸ]");

    private static final int LONGEST_TEXT = 100;

    private final JdbcClient jdbc;
    private final TransactionTemplate ownTransaction;
    private final Clock clock;

    QueryLogStore(JdbcClient jdbc, TransactionTemplate ownTransaction, Clock clock) {
        this.jdbc = jdbc;
        this.ownTransaction = ownTransaction;
        this.clock = clock;
    }

    @Override
    public void asked(UUID queryId, String text, Set<String> kinds, long total) {
        ownTransaction.executeWithoutResult(status -> {
            withoutWaiting();
            jdbc.sql("insert into search.query_log (id, asked_at, text, kinds, hits) values (?, ?, ?, ?, ?)")
                    .params(List.of(queryId, now(), masked(text), kinds.toArray(String[]::new), total))
                    .update();
        });
    }

    @Override
    public void clicked(UUID queryId, String kind, String id, int position) {
        ownTransaction.executeWithoutResult(status -> {
            withoutWaiting();
            jdbc.sql("""
                    update search.query_log
                       set clicked_at = ?, clicked_kind = ?, clicked_id = ?, clicked_position = ?
                     where id = ? and clicked_at is null
                    """).params(List.of(now(), kind, id, position, queryId)).update();
        });
    }

    @Override
    public void askRebuild() {
        jdbc.sql("update search.generation set number = number + 1").update();
    }

    long generation() {
        return jdbc.sql("select number from search.generation")
                .query(Long.class)
                .single();
    }

    SearchQuality quality(Instant since, int gaps) {
        return jdbc.sql("""
                        select count(*), count(clicked_at), coalesce(sum(1.0 / clicked_position), 0),
                               count(*) filter (where hits = 0)
                          from search.query_log where asked_at >= ?
                        """)
                .param(Timestamp.from(since))
                .query((row, n) -> new SearchQuality(
                        since, row.getLong(1), row.getLong(2), row.getDouble(3), row.getLong(4), gaps(since, gaps)))
                .single();
    }

    private List<SearchQuality.Gap> gaps(Instant since, int most) {
        return jdbc.sql("""
                        select text, count(*), count(clicked_at), max(hits)
                          from search.query_log where asked_at >= ?
                         group by text having count(clicked_at) * 5 < count(*)
                         order by count(*) desc, text limit ?
                        """)
                .params(List.of(Timestamp.from(since), most))
                .query((row, n) ->
                        new SearchQuality.Gap(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .list();
    }

    static String masked(String text) {
        String shortened = text.substring(0, Math.min(LONGEST_TEXT, text.length()));
        return LONG_NUMBER.matcher(shortened).replaceAll("※");
    }

    private void withoutWaiting() {
        jdbc.sql("set local synchronous_commit = off").update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
