package cn.gov.jiyuan.data.opendata.access;

import cn.gov.jiyuan.kernel.id.Ids;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts of use and the record of downloads. */
@Component("opendata.UsageStore")
final class UsageStore {
    private final JdbcClient jdbc;

    UsageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void count(UUID dataset, LocalDate day, Usage.Kind kind) {
        String column = kind.name().toLowerCase(java.util.Locale.ROOT);
        jdbc.sql("insert into opendata.usage_day (dataset_id, day, " + column + ") values (?, ?, 1)"
                        + " on conflict (dataset_id, day) do update set " + column + " = usage_day." + column + " + 1")
                .params(dataset, day)
                .update();
    }

    void downloaded(
            UUID dataset,
            int version,
            String format,
            String licence,
            @Nullable UUID party,
            @Nullable UUID application,
            Instant at) {
        jdbc.sql(
                        "insert into opendata.download (id, dataset_id, version, format, licence, party_id, application_id, at)"
                                + " values (?,?,?,?,?,?,?,?)")
                .params(Arrays.asList(
                        Ids.next(), dataset, version, format, licence, party, application, at.atOffset(ZoneOffset.UTC)))
                .update();
    }

    Usage of(UUID dataset) {
        return jdbc.sql("select coalesce(sum(views), 0), coalesce(sum(downloads), 0), coalesce(sum(calls), 0)"
                        + " from opendata.usage_day where dataset_id = ?")
                .param(dataset)
                .query((row, n) -> new Usage(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    Usage total() {
        return jdbc.sql("select coalesce(sum(views), 0), coalesce(sum(downloads), 0), coalesce(sum(calls), 0)"
                        + " from opendata.usage_day")
                .query((row, n) -> new Usage(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    List<Usage.Month> months(LocalDate from) {
        return jdbc.sql("select date_trunc('month', day)::date, sum(views), sum(downloads), sum(calls)"
                        + " from opendata.usage_day where day >= ? group by 1 order by 1")
                .param(from)
                .query((row, n) -> new Usage.Month(
                        row.getObject(1, LocalDate.class), row.getLong(2), row.getLong(3), row.getLong(4)))
                .list();
    }

    List<Usage.Line> top(int limit) {
        return jdbc.sql("select d.id, d.identifier, d.title, sum(u.views), sum(u.downloads), sum(u.calls)"
                        + " from opendata.usage_day u join opendata.dataset d on d.id = u.dataset_id"
                        + " where d.stopped_at is null group by 1, 2, 3"
                        + " order by sum(u.downloads + u.calls) desc, d.identifier limit ?")
                .param(limit)
                .query((row, n) -> new Usage.Line(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6)))
                .list();
    }

    /** A download as its owner sees it. */
    record Mine(
            String identifier, String title, int version, String format, String licence, Instant at, boolean gone) {}

    List<Mine> ofParty(UUID party, int limit) {
        return jdbc.sql("select d.identifier, d.title, l.version, l.format, l.licence, l.at, d.stopped_at is not null"
                        + " from opendata.download l join opendata.dataset d on d.id = l.dataset_id"
                        + " where l.party_id = ? order by l.at desc limit ?")
                .params(party, limit)
                .query((row, n) -> new Mine(
                        row.getString(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getString(4),
                        row.getString(5),
                        row.getObject(6, java.time.OffsetDateTime.class).toInstant(),
                        row.getBoolean(7)))
                .list();
    }

    long[] counts() {
        return jdbc.sql("select (select count(*) from opendata.api_key where ended_at is null),"
                        + " (select count(*) from opendata.application where state = 'granted'),"
                        + " (select count(*) from opendata.reuse where state = 'shown')")
                .query((row, n) -> new long[] {row.getLong(1), row.getLong(2), row.getLong(3)})
                .single();
    }
}
