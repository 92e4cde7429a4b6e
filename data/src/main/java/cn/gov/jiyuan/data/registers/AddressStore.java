package cn.gov.jiyuan.data.registers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Standard addresses. */
@Component
final class AddressStore {
    private static final int CANDIDATES = 2_000;
    private final JdbcClient jdbc;

    AddressStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(UUID id, String standard, AddressText text) {}

    /** Serialises the making of new addresses, so that one place gets one id. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('registers.address'))")
                .query((row, n) -> n)
                .single();
    }

    void insert(UUID id, AddressText text, Instant at, boolean demo) {
        jdbc.sql("""
                        insert into registers.address (id, standard, area_code, town, village, road, sound, door, building, unit,
                               room, created_at, is_demo)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing
                        """)
                .params(
                        id,
                        text.standard(),
                        text.areaCode(),
                        text.town(),
                        text.village(),
                        text.road(),
                        text.sound(),
                        text.door(),
                        text.building(),
                        text.unit(),
                        text.room(),
                        at.atOffset(ZoneOffset.UTC),
                        demo)
                .update();
    }

    /** StandardAddresses that may be meant: of the same door, in the same road or village first. */
    List<Row> candidates(AddressText text) {
        return jdbc.sql("""
                        select * from registers.address
                         where door = ? and (building = ? or ? = '')
                         order by (road = ?) desc, (sound = ? and sound <> '') desc, (village = ? and village <> '') desc, id
                         limit ?
                        """)
                .params(
                        text.door(),
                        text.building(),
                        text.building(),
                        text.road(),
                        text.sound(),
                        text.village(),
                        CANDIDATES)
                .query((row, n) -> read(row))
                .list();
    }

    Optional<Row> find(UUID id) {
        return jdbc.sql("select * from registers.address where id = ?")
                .param(id)
                .query((row, n) -> read(row))
                .optional();
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("standard"),
                new AddressText(
                        row.getString("area_code"),
                        row.getString("town"),
                        row.getString("village"),
                        row.getString("road"),
                        row.getString("sound"),
                        row.getString("door"),
                        row.getString("building"),
                        row.getString("unit"),
                        row.getString("room")));
    }
}
