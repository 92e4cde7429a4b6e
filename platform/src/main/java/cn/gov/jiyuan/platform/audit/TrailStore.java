package cn.gov.jiyuan.platform.audit;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.access.RowScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Searches events by subject, by actor or by time alone; each has its index, all page by key. */
final class TrailStore implements AuditTrail {
    private static final int AT_MOST = 500;
    private final JdbcClient jdbc;
    private final ChainStore chain;
    private final Access access;

    TrailStore(DataSource dataSource, Access access) {
        this.jdbc = JdbcClient.create(dataSource);
        this.chain = new ChainStore(dataSource);
        this.access = access;
    }

    @Override
    public Page find(Actor viewer, Query query) {
        int limit = Math.clamp(query.limit(), 1, AT_MOST);
        Conditions where = new Conditions();
        reach(where, access.rows(viewer, READ));
        where.andIf("e.subject_type = ?", query.subjectType());
        where.andIf("e.subject_id = ?", query.subjectId());
        where.andIf("e.actor_id = ?", query.actorId());
        where.andIf("e.at >= ?", time(query.from()));
        where.andIf("e.at < ?", time(query.to()));
        if (query.after() != null) {
            Key key = Key.parse(query.after());
            where.and("(e.at, e.lane, e.lane_no) < (?, ?, ?)", time(key.at()), key.lane(), key.laneNo());
        }
        List<Entry> found = select(where, limit + 1);
        boolean more = found.size() > limit;
        List<Entry> entries = more ? found.subList(0, limit) : found;
        return new Page(List.copyOf(entries), more ? Key.of(entries.getLast()).text() : null);
    }

    @Override
    public void each(Actor viewer, Query query, Consumer<Entry> consumer) {
        String after = null;
        do {
            Page page = find(
                    viewer,
                    new Query(
                            query.subjectType(),
                            query.subjectId(),
                            query.actorId(),
                            query.from(),
                            query.to(),
                            after,
                            AT_MOST));
            page.entries().forEach(consumer);
            after = page.next();
        } while (after != null);
    }

    @Override
    public Standing standing() {
        Link last = chain.last();
        ChainStore.Sealed sealed = chain.lastSealed();
        return new Standing(
                last.position(),
                HexFormat.of().formatHex(last.hash()),
                sealed.position(),
                sealed.position() == 0 ? null : sealed.at());
    }

    @Override
    public List<Entry> history(String subjectType, String subjectId, int limit) {
        Conditions where = new Conditions();
        where.and("e.subject_type = ?", subjectType);
        where.and("e.subject_id = ?", subjectId);
        return select(where, Math.clamp(limit, 1, AT_MOST));
    }

    private List<Entry> select(Conditions where, int limit) {
        return jdbc.sql("select " + ChainStore.columns("e.") + ", l.position from audit.event e"
                        + " left join audit.link l on l.lane = e.lane and l.lane_no = e.lane_no"
                        + where.sql() + " order by e.at desc, e.lane desc, e.lane_no desc limit " + limit)
                .params(where.arguments())
                .query((row, n) -> entry(row))
                .list();
    }

    private static void reach(Conditions where, RowScope scope) {
        switch (scope) {
            case RowScope.All all -> where.and("true");
            case RowScope.None none -> where.and("false");
            case RowScope.Units units ->
                where.and("e.unit_id = any (?)", (Object) units.unitIds().toArray());
            case RowScope.Owner owner -> where.and("e.principal_id = ?", owner.partyId());
            case RowScope.Areas areas -> where.and("false");
        }
    }

    private static @Nullable Object time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static Entry entry(ResultSet row) throws SQLException {
        Event event = EventStore.read(row);
        Fact fact = event.fact();
        return new Entry(
                event.place().id(),
                fact.at(),
                fact.actorId(),
                fact.actorName(),
                fact.actingAs(),
                fact.principalId(),
                fact.principalName(),
                fact.unitName(),
                fact.action(),
                fact.subjectType(),
                fact.subjectId(),
                fact.summary(),
                fact.detail(),
                row.getObject("position", Long.class));
    }

    /** Conditions joined by “and”, with their arguments. */
    private static final class Conditions {
        private final StringBuilder sql = new StringBuilder();
        private final List<@Nullable Object> arguments = new ArrayList<>();

        void and(String condition, @Nullable Object... values) {
            sql.append(sql.isEmpty() ? " where " : " and ").append(condition);
            arguments.addAll(List.of(values));
        }

        void andIf(String condition, @Nullable Object value) {
            if (value != null) {
                and(condition, value);
            }
        }

        String sql() {
            return sql.toString();
        }

        List<@Nullable Object> arguments() {
            return arguments;
        }
    }

    /** The key of the last row of a page. */
    private record Key(Instant at, int lane, long laneNo) {
        static Key of(Entry entry) {
            int dash = entry.id().indexOf('-');
            return new Key(
                    entry.at(),
                    Integer.parseInt(entry.id().substring(0, dash)),
                    Long.parseLong(entry.id().substring(dash + 1)));
        }

        static Key parse(String text) {
            try {
                String[] parts = text.split("-", 3);
                return new Key(
                        Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS),
                        Integer.parseInt(parts[1]),
                        Long.parseLong(parts[2]));
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                throw Fault.at("/after", AuditError.BAD_CURSOR);
            }
        }

        String text() {
            return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "-" + lane + "-" + laneNo;
        }
    }
}
