package cn.gov.jiyuan.platform.parties;

import cn.gov.jiyuan.kernel.code.CitizenId;
import cn.gov.jiyuan.kernel.code.MobileNumber;
import cn.gov.jiyuan.kernel.code.Uscc;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** SQL of schema {@code parties}. */
final class PartyStore {
    private final JdbcClient jdbc;
    private final PersonColumns columns;

    PartyStore(JdbcClient jdbc, PersonColumns columns) {
        this.jdbc = jdbc;
        this.columns = columns;
    }

    Optional<Person> person(UUID id) {
        return jdbc.sql("""
                        select id, name_sealed, id_sealed, phone_sealed, address_sealed, gender, household_area_code,
                               real_level, version
                          from parties.person where id = ? and state <> 'merged'
                        """).param(id).query((row, n) -> opened(row)).optional();
    }

    private Person opened(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        String idNumber = columns.open(PersonColumns.ID, id, row.getBytes("id_sealed"));
        return new Person(
                id,
                columns.open(PersonColumns.NAME, id, row.getBytes("name_sealed")),
                idNumber,
                columns.openIfPresent(PersonColumns.PHONE, id, row.getBytes("phone_sealed")),
                columns.openIfPresent(PersonColumns.ADDRESS, id, row.getBytes("address_sealed")),
                new CitizenId(idNumber).birth(),
                row.getString("gender"),
                row.getString("household_area_code"),
                row.getInt("real_level"),
                row.getInt("version"));
    }

    Optional<MaskedPerson> masked(UUID id) {
        return jdbc.sql("select id, name_masked, id_masked, phone_masked from parties.person where id = ?")
                .param(id)
                .query((row, n) -> new MaskedPerson(
                        row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getString(4)))
                .optional();
    }

    Optional<UUID> byIdNumber(String idNumber) {
        return jdbc.sql("select id from parties.person where id_blind = ? and state <> 'merged'")
                .param(columns.blindId(idNumber))
                .query(UUID.class)
                .optional();
    }

    /** Ids by the blind index of the number, in hexadecimal. */
    Map<String, UUID> byBlindIds(List<byte[]> blinds) {
        Map<String, UUID> found = new HashMap<>();
        jdbc.sql(
                        "select encode(id_blind, 'hex'), id from parties.person where id_blind = any (?) and state <> 'merged'")
                .param(blinds.toArray(byte[][]::new))
                .query((ResultSet row) -> {
                    found.put(row.getString(1), row.getObject(2, UUID.class));
                });
        return found;
    }

    Map<CitizenId, UUID> byIdNumbers(Collection<CitizenId> idNumbers) {
        Map<String, CitizenId> asked = new HashMap<>();
        List<byte[]> blinds = new ArrayList<>();
        for (CitizenId number : idNumbers) {
            byte[] blind = columns.blindId(number.value());
            asked.put(HexFormat.of().formatHex(blind), number);
            blinds.add(blind);
        }
        Map<CitizenId, UUID> found = new HashMap<>();
        byBlindIds(blinds).forEach((blind, id) -> {
            CitizenId number = asked.get(blind);
            if (number != null) {
                found.put(number, id);
            }
        });
        return found;
    }

    /** False if the id number is taken. */
    boolean insert(UUID id, Parties.NewPerson person, Instant at) {
        String idNumber = person.idNumber().value();
        String phone = person.phone();
        return jdbc.sql("""
                            insert into parties.person (id, name_sealed, name_blind, name_masked, id_sealed, id_blind,
                                   id_masked, phone_sealed, phone_blind, phone_masked, gender, household_area_code,
                                   real_level, registered_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            on conflict (id_blind) do nothing
                            """)
                        .param(id)
                        .param(columns.seal(PersonColumns.NAME, id, person.name()))
                        .param(columns.blindName(person.name()))
                        .param(PersonalNames.masked(person.name()))
                        .param(columns.seal(PersonColumns.ID, id, idNumber))
                        .param(columns.blindId(idNumber))
                        .param(person.idNumber().masked())
                        .param(columns.sealIfPresent(PersonColumns.PHONE, id, phone))
                        .param(columns.blindPhone(phone))
                        .param(phone == null ? "" : MobileNumber.parse(phone).masked())
                        .param(person.idNumber().gender().code())
                        .param(person.householdAreaCode())
                        .param(person.realLevel())
                        .param(at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<LegalEntity> legalEntity(UUID id) {
        return jdbc.sql("select * from parties.legal_entity where id = ?")
                .param(id)
                .query((row, n) -> entity(row))
                .optional();
    }

    Optional<LegalEntity> byUscc(String uscc) {
        return jdbc.sql("select * from parties.legal_entity where uscc = ?")
                .param(uscc)
                .query((row, n) -> entity(row))
                .optional();
    }

    Map<String, UUID> byUsccs(Collection<Uscc> codes) {
        Map<String, UUID> found = new HashMap<>();
        jdbc.sql("select uscc, id from parties.legal_entity where uscc = any (?)")
                .param(codes.stream().map(Uscc::value).toArray(String[]::new))
                .query((ResultSet row) -> {
                    found.put(row.getString(1), row.getObject(2, UUID.class));
                });
        return found;
    }

    private static LegalEntity entity(ResultSet row) throws SQLException {
        return new LegalEntity(
                row.getObject("id", UUID.class),
                row.getString("uscc"),
                row.getString("name"),
                row.getString("kind"),
                row.getObject("representative_id", UUID.class),
                row.getString("representative"),
                row.getString("address"),
                row.getString("area_code"),
                row.getObject("registered_on", LocalDate.class),
                LegalEntity.State.valueOf(row.getString("state")));
    }

    List<Post> posts(UUID personId, LocalDate on) {
        return jdbc.sql("""
                        select id, person_id, official_name, unit_id, title, roles from parties.post
                         where person_id = ? and valid_from <= ? and (valid_to is null or valid_to >= ?)
                         order by valid_from, id
                        """)
                .params(personId, on, on)
                .query((row, n) -> post(row))
                .list();
    }

    List<Post> holders(UUID unitId, String role, LocalDate on) {
        return jdbc.sql("""
                        select id, person_id, official_name, unit_id, title, roles from parties.post
                         where unit_id = ? and ? = any (roles) and valid_from <= ?
                           and (valid_to is null or valid_to >= ?)
                         order by official_name, id limit 500
                        """)
                .params(unitId, role, on, on)
                .query((row, n) -> post(row))
                .list();
    }

    List<Post> staff(UUID unitId, LocalDate on) {
        return jdbc.sql("""
                        select id, person_id, official_name, unit_id, title, roles from parties.post
                         where unit_id = ? and valid_from <= ? and (valid_to is null or valid_to >= ?)
                         order by official_name, id limit 500
                        """).params(unitId, on, on).query((row, n) -> post(row)).list();
    }

    private static Post post(ResultSet row) throws SQLException {
        return new Post(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getObject(4, UUID.class),
                row.getString(5),
                texts(row.getArray(6)));
    }

    private static Set<String> texts(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray()).collect(Collectors.toUnmodifiableSet());
    }

    boolean isAlive(UUID personId) {
        return jdbc.sql("select state <> 'dead' from parties.person where id = ?")
                .param(personId)
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    List<LegalEntity> represented(UUID personId) {
        return jdbc.sql("select * from parties.legal_entity where representative_id = ? order by name limit 200")
                .param(personId)
                .query((row, n) -> entity(row))
                .list();
    }
}
