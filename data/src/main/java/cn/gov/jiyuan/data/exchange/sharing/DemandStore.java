package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.data.exchange.sharing.Demand.BasisKind;
import cn.gov.jiyuan.data.exchange.sharing.Demand.Standing;
import cn.gov.jiyuan.platform.access.RowScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Demands. */
@Component
final class DemandStore {
    private final JdbcTemplate jdbc;

    DemandStore(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** Notes a need, or counts it again if it is there. @return its id */
    UUID ask(Demand demand, String by, Instant at) {
        return java.util.Objects.requireNonNull(jdbc.queryForObject(
                "insert into exchange.demand as d (id, number, year, title, same, unit_id, unit_name, items, item_text,"
                        + " scene, provider_unit_id, standing, created_at, created_name, is_demo)"
                        + " values (?,?,?,?,?,?,?,?,?,?,?,'OPEN',?,?,?) on conflict (year, unit_id, same)"
                        + " do update set asked = d.asked + 1, version = d.version + 1 returning id",
                UUID.class,
                demand.id(),
                demand.number(),
                demand.year(),
                demand.title(),
                Demand.same(demand.title()),
                demand.unitId(),
                demand.unitName(),
                demand.items().toArray(String[]::new),
                String.join("、", demand.items()),
                demand.scene(),
                demand.providerUnitId(),
                at.atOffset(ZoneOffset.UTC),
                by,
                demand.demo()));
    }

    void answer(UUID id, String text, @Nullable String resource, @Nullable LocalDate promised, String by, Instant at) {
        jdbc.update(
                "update exchange.demand set standing = case when standing in ('OPEN', 'EXCLUDED') then 'ANSWERED'"
                        + " else standing end, answer = ?, basis = null, basis_kind = null,"
                        + " resource_code = coalesce(?, resource_code), promised_on = ?, answered_at = ?,"
                        + " answered_name = ?, version = version + 1 where id = ?",
                text,
                resource,
                promised,
                at.atOffset(ZoneOffset.UTC),
                by,
                id);
    }

    void exclude(UUID id, String text, BasisKind kind, String basis, String by, Instant at) {
        jdbc.update(
                "update exchange.demand set standing = 'EXCLUDED', answer = ?, basis_kind = ?, basis = ?,"
                        + " answered_at = ?, answered_name = ?, version = version + 1 where id = ?",
                text,
                kind.name(),
                basis,
                at.atOffset(ZoneOffset.UTC),
                by,
                id);
    }

    void feedback(UUID id, String text, boolean satisfied) {
        jdbc.update(
                "update exchange.demand set feedback = ?, satisfied = ?, version = version + 1 where id = ?",
                text,
                satisfied,
                id);
    }

    void granted(List<UUID> demands, Instant at) {
        jdbc.update(
                "update exchange.demand set standing = case when standing = 'MET' then 'MET' else 'GRANTED' end,"
                        + " granted_at = coalesce(granted_at, ?), version = version + 1 where id = any (?)",
                at.atOffset(ZoneOffset.UTC),
                demands.toArray(UUID[]::new));
    }

    /** The grants of these requests worked for the first time. */
    void met(List<UUID> requests, Instant at) {
        jdbc.update(
                "update exchange.demand set standing = 'MET', met_at = coalesce(met_at, ?), version = version + 1"
                        + " where id in (select unnest(demands) from exchange.share_request where id = any (?))",
                at.atOffset(ZoneOffset.UTC),
                requests.toArray(UUID[]::new));
    }

    /** Whether all of these are demands of the unit. */
    boolean allOf(UUID unit, List<UUID> demands) {
        Long found = jdbc.queryForObject(
                "select count(*) from exchange.demand where id = any (?) and unit_id = ?",
                Long.class,
                demands.stream().distinct().toArray(UUID[]::new),
                unit);
        return found != null && found == demands.stream().distinct().count();
    }

    Optional<Demand> find(UUID id) {
        return jdbc.query("select * from exchange.demand where id = ?", (row, n) -> demand(row), id).stream()
                .findFirst();
    }

    /** Granted and never called, in a year. */
    List<Demand> unused(int year, int limit) {
        return jdbc.query(
                "select * from exchange.demand where year = ? and standing = 'GRANTED' order by id limit ?",
                (row, n) -> demand(row),
                year,
                limit);
    }

    /** Of a year within a scope: met, to be met, left out. */
    record Tally(long met, long all, long excluded) {}

    Tally tally(RowScope scope, int year) {
        List<Object> arguments = new ArrayList<>(List.of(year));
        String within = switch (scope) {
            case RowScope.All all -> "";
            case RowScope.Units units -> {
                arguments.add(units.unitIds().toArray(UUID[]::new));
                yield " and unit_id = any (?)";
            }
            case RowScope.None none -> " and false";
            case RowScope.Owner owner -> " and false";
            case RowScope.Areas areas -> " and false";
        };
        return java.util.Objects.requireNonNull(jdbc.queryForObject(
                "select count(*) filter (where standing = 'MET'), count(*) filter (where standing <> 'EXCLUDED'),"
                        + " count(*) filter (where standing = 'EXCLUDED') from exchange.demand where year = ?" + within,
                (row, n) -> new Tally(row.getLong(1), row.getLong(2), row.getLong(3)),
                arguments.toArray()));
    }

    /** How many demands stand where. */
    record Standings(long open, long answered, long granted, long met, long excluded) {
        static final Standings NONE = new Standings(0, 0, 0, 0, 0);

        Standings plus(Standings other) {
            return new Standings(
                    open + other.open,
                    answered + other.answered,
                    granted + other.granted,
                    met + other.met,
                    excluded + other.excluded);
        }
    }

    /** Of a year, by the unit that demands. */
    Map<UUID, Standings> standings(int year) {
        Map<UUID, Standings> found = new LinkedHashMap<>();
        jdbc.query(
                "select unit_id, count(*) filter (where standing = 'OPEN'), count(*) filter (where standing = 'ANSWERED'),"
                        + " count(*) filter (where standing = 'GRANTED'), count(*) filter (where standing = 'MET'),"
                        + " count(*) filter (where standing = 'EXCLUDED') from exchange.demand where year = ?"
                        + " group by unit_id order by count(*) desc, unit_id",
                row -> {
                    found.put(
                            row.getObject(1, UUID.class),
                            new Standings(
                                    row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6)));
                },
                year);
        return found;
    }

    void markDemo(UUID id) {
        jdbc.update("update exchange.demand set is_demo = true where id = ?", id);
    }

    void removeDemo() {
        jdbc.update("delete from exchange.demand where is_demo");
    }

    private static Demand demand(ResultSet row) throws SQLException {
        String kind = row.getString("basis_kind");
        return new Demand(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getInt("year"),
                row.getString("title"),
                row.getObject("unit_id", UUID.class),
                row.getString("unit_name"),
                RequestStore.texts(row.getArray("items")),
                row.getString("scene"),
                row.getObject("provider_unit_id", UUID.class),
                row.getString("resource_code"),
                Standing.valueOf(row.getString("standing")),
                row.getString("answer"),
                kind == null ? null : BasisKind.valueOf(kind),
                row.getString("basis"),
                row.getObject("promised_on", LocalDate.class),
                row.getString("feedback"),
                row.getObject("satisfied", Boolean.class),
                row.getInt("asked"),
                RequestStore.instant(row.getObject("granted_at", OffsetDateTime.class)),
                RequestStore.instant(row.getObject("met_at", OffsetDateTime.class)),
                row.getBoolean("is_demo"));
    }
}
