package cn.gov.jiyuan.data.stewardship.assets;

import cn.gov.jiyuan.contracts.stewardship.DataUse;
import cn.gov.jiyuan.kernel.id.Ids;
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

/** The books: assets with their history, what relies on their data, and how often these were called. */
@Component
final class AssetStore {
    private final JdbcClient jdbc;

    AssetStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Only one transaction at a time gives out numbers. */
    void lockNumbers() {
        jdbc.sql("lock table stewardship.asset in share row exclusive mode").update();
    }

    long next() {
        return jdbc.sql("select count(*) + 1 from stewardship.asset")
                .query(Long.class)
                .single();
    }

    void insert(Asset asset, String by, String reason, Instant at) {
        jdbc.sql("""
                        insert into stewardship.asset (id, number, name, resource, dataset, unit_id, cost, keeper, keep_until,
                          state, registered_on, version)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
                        """)
                .params(Arrays.asList(
                        asset.id(),
                        asset.number(),
                        asset.name(),
                        asset.resource(),
                        asset.dataset(),
                        asset.unitId(),
                        asset.cost(),
                        asset.keeper(),
                        asset.keepUntil(),
                        asset.state().name(),
                        asset.registeredOn()))
                .update();
        keep(asset, 1, by, reason, at);
    }

    private void keep(Asset asset, int version, String by, String reason, Instant at) {
        jdbc.sql("""
                        insert into stewardship.asset_version (asset_id, version, at, by_name, unit_id, state, reason)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        asset.id(),
                        version,
                        at.atOffset(ZoneOffset.UTC),
                        by,
                        asset.unitId(),
                        asset.state().name(),
                        reason)
                .update();
    }

    /** Writes the next version of an asset: its unit or state has changed. */
    void move(Asset asset, UUID unit, Asset.State state, String by, String reason, Instant at) {
        jdbc.sql("update stewardship.asset set unit_id = ?, state = ?, version = version + 1 where id = ?")
                .params(unit, state.name(), asset.id())
                .update();
        Asset moved = new Asset(
                asset.id(),
                asset.number(),
                asset.name(),
                asset.resource(),
                asset.dataset(),
                unit,
                asset.cost(),
                asset.keeper(),
                asset.keepUntil(),
                state,
                asset.registeredOn(),
                asset.lastUsedOn(),
                asset.version() + 1);
        keep(moved, asset.version() + 1, by, reason, at);
    }

    void transferred(Asset asset, UUID to, String reason, LocalDate on, String by) {
        jdbc.sql("""
                        insert into stewardship.asset_transfer (id, asset_id, asset_number, from_unit, to_unit, reason,
                          transferred_on, by_name)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Ids.next(), asset.id(), asset.number(), asset.unitId(), to, reason, on, by)
                .update();
    }

    Optional<Asset> lock(String number) {
        return jdbc.sql("select * from stewardship.asset where number = ? for update")
                .param(number)
                .query(AssetStore::asset)
                .optional();
    }

    Optional<Asset> ofResource(String resource) {
        return jdbc.sql("select * from stewardship.asset where resource = ?")
                .param(resource)
                .query(AssetStore::asset)
                .optional();
    }

    /** Assets that are not disposed of. @param unit null for all */
    List<Asset> held(@Nullable UUID unit) {
        return jdbc.sql("""
                        select * from stewardship.asset where state <> 'DISPOSED' and (cast(? as uuid) is null or unit_id = ?)
                         order by number for update
                        """)
                .params(Arrays.asList(unit, unit))
                .query(AssetStore::asset)
                .list();
    }

    /** Assets without a call since a day that are not idle yet. */
    List<Asset> unused(LocalDate since) {
        return jdbc.sql("""
                        select * from stewardship.asset where state in ('REGISTERED', 'IN_USE')
                           and coalesce(last_used_on, registered_on) <= ? order by number limit 500 for update
                        """).param(since).query(AssetStore::asset).list();
    }

    List<Asset> ofDataset(String dataset) {
        return jdbc.sql("select * from stewardship.asset where dataset = ? and state <> 'DISPOSED' for update")
                .param(dataset)
                .query(AssetStore::asset)
                .list();
    }

    void called(String dataset, DataUse.Kind kind, LocalDate on, long calls) {
        jdbc.sql("""
                        insert into stewardship.data_use as u (dataset, used_on, kind, calls) values (?, ?, ?, ?)
                        on conflict (dataset, used_on, kind) do update set calls = u.calls + excluded.calls
                        """).params(dataset, on, kind.name(), calls).update();
        jdbc.sql("""
                        update stewardship.asset set last_used_on = greatest(coalesce(last_used_on, ?), ?) where dataset = ?
                        """).params(on, on, dataset).update();
    }

    void relies(String dataset, DataUse.Kind kind, String user, String title, Instant at) {
        jdbc.sql("""
                        insert into stewardship.data_reference (id, dataset, kind, user_key, title, at)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (dataset, kind, user_key) do update set title = excluded.title
                        """)
                .params(Ids.next(), dataset, kind.name(), user, title, at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void lets(String dataset, DataUse.Kind kind, String user) {
        jdbc.sql("delete from stewardship.data_reference where dataset = ? and kind = ? and user_key = ?")
                .params(dataset, kind.name(), user)
                .update();
    }

    /** Something downstream that relies on a dataset. */
    record Reference(DataUse.Kind kind, String user, String title) {}

    List<Reference> references(String dataset) {
        return jdbc.sql(
                        "select kind, user_key, title from stewardship.data_reference where dataset = ? order by kind, title")
                .param(dataset)
                .query((row, n) ->
                        new Reference(DataUse.Kind.valueOf(row.getString(1)), row.getString(2), row.getString(3)))
                .list();
    }

    /** A stock-taking. */
    record Taking(
            UUID id,
            String number,
            @Nullable UUID unitId,
            int books,
            int stored,
            int listed,
            int agreeing,
            int differing) {}

    void insert(Taking taking, String by, Instant at) {
        jdbc.sql("""
                        insert into stewardship.asset_check (id, number, unit_id, books, stored, listed, agreeing, differing, at,
                          by_name)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        taking.id(),
                        taking.number(),
                        taking.unitId(),
                        taking.books(),
                        taking.stored(),
                        taking.listed(),
                        taking.agreeing(),
                        taking.differing(),
                        at.atOffset(ZoneOffset.UTC),
                        by))
                .update();
    }

    void insert(Taking taking, Difference one, Instant at) {
        jdbc.sql("""
                        insert into stewardship.asset_difference (id, check_id, check_number, kind, asset_number, resource,
                          dataset, unit_id, title, explanation, state, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, '', 'OPEN', ?)
                        """)
                .params(
                        Ids.next(),
                        taking.id(),
                        taking.number(),
                        one.kind().name(),
                        one.assetNumber(),
                        one.resource(),
                        one.dataset(),
                        one.unitId(),
                        one.title(),
                        at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @return the unit concerned; empty if it is settled or unknown */
    Optional<UUID> open(UUID difference) {
        return jdbc.sql("select unit_id from stewardship.asset_difference where id = ? and state = 'OPEN' for update")
                .param(difference)
                .query(UUID.class)
                .optional();
    }

    void settle(UUID difference, String explanation, String by, Instant at) {
        jdbc.sql("""
                        update stewardship.asset_difference set state = 'SETTLED', explanation = ?, settled_name = ?,
                          settled_at = ? where id = ?
                        """)
                .params(explanation, by, at.atOffset(ZoneOffset.UTC), difference)
                .update();
    }

    long takings(OffsetDateTime since) {
        return jdbc.sql("select count(*) from stewardship.asset_check where at >= ?")
                .param(since)
                .query(Long.class)
                .single();
    }

    private static Asset asset(ResultSet row, int n) throws SQLException {
        return new Asset(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("name"),
                row.getString("resource"),
                row.getString("dataset"),
                row.getObject("unit_id", UUID.class),
                row.getBigDecimal("cost"),
                row.getString("keeper"),
                row.getObject("keep_until", LocalDate.class),
                Asset.State.valueOf(row.getString("state")),
                row.getObject("registered_on", LocalDate.class),
                row.getObject("last_used_on", LocalDate.class),
                row.getInt("version"));
    }
}
