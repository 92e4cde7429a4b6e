package cn.gov.jiyuan.support.licences;

import cn.gov.jiyuan.contracts.licences.Licences.State;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** SQL of schema {@code licences}. */
final class LicenceStore {
    private static final String HOLDER = "licences.licence.holder";
    private static final String HOLDER_CODE = "licences.licence.holder_code";
    private static final String SURFACE = "licences.licence.surface";
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String BRIEF =
            "select id, type_code, number, identifier, unit_id, holder_id, area_code from licences.licence";
    private static final int PORTION = 5_000;

    private final JdbcClient jdbc;
    private final PersonalCipher cipher;

    LicenceStore(JdbcClient jdbc, PersonalCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** A row with its personal data opened. */
    record Row(
            UUID id,
            String identifier,
            String typeCode,
            String number,
            @Nullable UUID caseId,
            UUID unitId,
            UUID holderId,
            String holderName,
            String holderMasked,
            String holderCode,
            String holderCodeType,
            Map<String, String> surface,
            LocalDate issuedOn,
            LocalDate validFrom,
            LocalDate validTo,
            State state,
            int version,
            @Nullable UUID ofdFileId,
            @Nullable UUID pdfFileId,
            @Nullable String ofdSm3,
            String areaCode,
            boolean demo) {

        /** The state that holds on a day: a valid licence whose time is over has expired without anybody's doing. */
        State stateOn(LocalDate day) {
            return state == State.VALID && validTo.isBefore(day) ? State.EXPIRED : state;
        }
    }

    /** Takes so many numbers of a type's series, which runs on through the years. @return the first of them */
    long nextSerials(String typeCode, int count) {
        return jdbc.sql("""
                                insert into licences.serial as s (type_code, year, last) values (?, 0, ?)
                                on conflict (type_code, year) do update set last = s.last + excluded.last
                                returning last
                                """).params(typeCode, count).query(Long.class).single() - count + 1;
    }

    /** What of a licence is not personal. */
    record Brief(
            UUID id, String typeCode, String number, String identifier, UUID unitId, UUID holderId, String areaCode) {}

    List<Brief> briefs(List<UUID> ids) {
        return jdbc.sql(BRIEF + " where id = any (?)")
                .param(ids.toArray(UUID[]::new))
                .query((row, n) -> brief(row))
                .list();
    }

    /** Hands over all by id, portion by portion. */
    void eachBrief(Consumer<Brief> sink) {
        UUID after = new UUID(0, 0);
        List<Brief> portion;
        do {
            portion = jdbc.sql(BRIEF + " where id > ? order by id limit " + PORTION)
                    .param(after)
                    .query((row, n) -> brief(row))
                    .list();
            portion.forEach(sink);
            after = portion.isEmpty() ? after : portion.getLast().id();
        } while (portion.size() == PORTION);
    }

    private static Brief brief(ResultSet row) throws SQLException {
        return new Brief(
                row.getObject("id", UUID.class),
                row.getString("type_code"),
                row.getString("number"),
                row.getString("identifier"),
                row.getObject("unit_id", UUID.class),
                row.getObject("holder_id", UUID.class),
                row.getString("area_code"));
    }

    /** False if it held no longer. */
    boolean end(UUID id, State state) {
        return jdbc.sql(
                                "update licences.licence set state = ?, version = version + 1 where id = ? and state in ('VALID',"
                                        + " 'SUSPENDED')")
                        .params(state.name(), id)
                        .update()
                == 1;
    }

    int removeDemo() {
        return jdbc.sql("delete from licences.licence where is_demo").update();
    }

    void insert(Row row) {
        @Nullable Object[] values = columns(row);
        jdbc.sql("insert into " + COLUMNS + " values (" + "?, ".repeat(values.length - 1) + "?)")
                .params(values)
                .update();
    }

    /** The values of a row in the order of {@link #COLUMNS}. */
    @Nullable
    Object[] columns(Row row) {
        return new @Nullable Object[] {
            row.id(),
            row.identifier(),
            row.typeCode(),
            row.number(),
            row.caseId(),
            row.unitId(),
            row.holderId(),
            cipher.seal(HOLDER, row.id(), row.holderName()),
            row.holderMasked(),
            cipher.seal(HOLDER_CODE, row.id(), row.holderCode()),
            cipher.blind("holder-code", row.holderCode()),
            row.holderCodeType(),
            cipher.seal(SURFACE, row.id(), JSON.writeValueAsString(row.surface())),
            row.issuedOn(),
            row.validFrom(),
            row.validTo(),
            row.state().name(),
            row.version(),
            row.ofdFileId(),
            row.pdfFileId(),
            row.ofdSm3(),
            row.areaCode(),
            row.demo()
        };
    }

    static final String COLUMNS = "licences.licence (id, identifier, type_code, number, case_id, unit_id, holder_id,"
            + " holder_sealed, holder_masked, holder_code_sealed, holder_code_blind, holder_code_type, surface_sealed,"
            + " issued_on, valid_from, valid_to, state, version, ofd_file_id, pdf_file_id, ofd_sm3, area_code, is_demo)";

    Optional<Row> find(UUID id) {
        return one("id = ?", id);
    }

    Optional<Row> byIdentifier(String identifier) {
        return one("identifier = ?", identifier);
    }

    Optional<Row> byNumber(String number) {
        return one("number = ?", number);
    }

    Optional<Row> byDigest(String sm3) {
        return one("ofd_sm3 = ?", sm3);
    }

    private Optional<Row> one(String condition, Object value) {
        return jdbc.sql("select * from licences.licence where " + condition + " limit 1")
                .param(value)
                .query((row, n) -> read(row))
                .optional();
    }

    List<Row> findAll(Collection<UUID> ids) {
        return jdbc.sql("select * from licences.licence where id = any (?)")
                .param(ids.toArray(UUID[]::new))
                .query((row, n) -> read(row))
                .list();
    }

    List<Row> heldBy(UUID holder) {
        return jdbc.sql("select * from licences.licence where holder_id = ? order by issued_on desc, id limit 200")
                .param(holder)
                .query((row, n) -> read(row))
                .list();
    }

    /** OFD of the licence that was issued last; ids are in the order of time. */
    Optional<UUID> newestFile() {
        return jdbc.sql(
                        "select ofd_file_id from licences.licence where ofd_file_id is not null order by id desc limit 1")
                .query(UUID.class)
                .optional();
    }

    private Row read(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Row(
                id,
                row.getString("identifier"),
                row.getString("type_code"),
                row.getString("number"),
                row.getObject("case_id", UUID.class),
                row.getObject("unit_id", UUID.class),
                row.getObject("holder_id", UUID.class),
                cipher.open(HOLDER, id, row.getBytes("holder_sealed")),
                row.getString("holder_masked"),
                cipher.open(HOLDER_CODE, id, row.getBytes("holder_code_sealed")),
                row.getString("holder_code_type"),
                JSON.readValue(
                        cipher.open(SURFACE, id, row.getBytes("surface_sealed")),
                        new TypeReference<LinkedHashMap<String, String>>() {}),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                State.valueOf(row.getString("state")),
                row.getInt("version"),
                row.getObject("ofd_file_id", UUID.class),
                row.getObject("pdf_file_id", UUID.class),
                row.getString("ofd_sm3"),
                row.getString("area_code"),
                row.getBoolean("is_demo"));
    }
}
