package cn.gov.jiyuan.data.exchange.sharing;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The log of calls and its chain. */
@Component
final class CallStore {
    private static final String INSERT =
            "insert into exchange.share_call (id, at, grant_id, app_key, unit_id, unit_name,"
                    + " api, resource_code, resource_name, case_number, purpose, operator, param_digest, row_count, latency_us,"
                    + " status, code, nonce, chain, sequence, digest, is_demo)"
                    + " values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) on conflict (app_key, nonce) do nothing";

    private final JdbcTemplate jdbc;

    CallStore(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** @return for each call whether it was written; one that was not repeats a nonce */
    boolean[] insert(List<Call> calls, UUID chain, long sequence) {
        int[] counts = jdbc.batchUpdate(INSERT, new BatchPreparedStatementSetter() {
            @Override
            public void setValues(PreparedStatement row, int i) throws SQLException {
                fill(row, calls.get(i), chain, sequence);
            }

            @Override
            public int getBatchSize() {
                return calls.size();
            }
        });
        boolean[] written = new boolean[counts.length];
        List<Object[]> persons = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            written[i] = counts[i] != 0;
            if (written[i]) {
                Call call = calls.get(i);
                call.persons()
                        .forEach(blind ->
                                persons.add(new Object[] {blind, call.at().atOffset(ZoneOffset.UTC), call.id()}));
            }
        }
        if (!persons.isEmpty()) {
            jdbc.batchUpdate(
                    "insert into exchange.share_call_person (blind, at, call_id) values (?,?,?)"
                            + " on conflict do nothing",
                    persons);
        }
        return written;
    }

    private static void fill(PreparedStatement row, Call call, UUID chain, long sequence) throws SQLException {
        int i = 1;
        row.setObject(i++, call.id());
        row.setObject(i++, call.at().atOffset(ZoneOffset.UTC));
        row.setObject(i++, call.grantId());
        row.setString(i++, call.appKey());
        row.setObject(i++, call.unitId());
        row.setString(i++, call.unitName());
        row.setString(i++, call.api());
        row.setString(i++, call.resourceCode());
        row.setString(i++, call.resourceName());
        row.setString(i++, call.caseNumber());
        row.setString(i++, call.purpose());
        row.setString(i++, call.operator());
        row.setString(i++, call.paramDigest());
        row.setInt(i++, call.rows());
        row.setLong(i++, call.latencyMicros());
        row.setInt(i++, call.status());
        row.setString(i++, call.code());
        row.setString(i++, call.nonce());
        row.setObject(i++, chain);
        row.setLong(i++, sequence);
        row.setBytes(i++, CallDigest.of(call));
        row.setBoolean(i, call.demo());
    }

    void seal(Seal seal) {
        jdbc.update(
                "insert into exchange.share_seal (chain, sequence, at, calls, previous, hash, signature)"
                        + " values (?,?,?,?,?,?,?)",
                seal.chain(),
                seal.sequence(),
                seal.at().atOffset(ZoneOffset.UTC),
                seal.calls(),
                seal.previous(),
                seal.hash(),
                seal.signature());
    }

    void sign(UUID chain, long sequence, byte[] signature) {
        jdbc.update(
                "update exchange.share_seal set signature = ? where chain = ? and sequence = ? and signature is null",
                signature,
                chain,
                sequence);
    }

    /** A link of the chain. */
    record Seal(
            UUID chain,
            long sequence,
            Instant at,
            int calls,
            byte[] previous,
            byte[] hash,
            byte @Nullable [] signature) {}

    /** A call with its place in the chain. */
    record Kept(Call call, UUID chain, long sequence, byte[] digest) {}

    Optional<Kept> find(UUID id) {
        return jdbc.query("select * from exchange.share_call where id = ?", (row, n) -> kept(row), id).stream()
                .findFirst();
    }

    Map<UUID, byte[]> digests(UUID chain, long sequence) {
        Map<UUID, byte[]> digests = new LinkedHashMap<>();
        jdbc.query(
                "select id, digest from exchange.share_call where chain = ? and sequence = ?",
                row -> {
                    digests.put(row.getObject("id", UUID.class), row.getBytes("digest"));
                },
                chain,
                sequence);
        return digests;
    }

    Optional<Seal> link(UUID chain, long sequence) {
        return seals("chain = ? and sequence = ?", chain, sequence).stream().findFirst();
    }

    /** Links after one up to and including the first that is signed. */
    List<Seal> untilSigned(UUID chain, long sequence) {
        return seals(
                "chain = ? and sequence > ? and sequence <= (select min(sequence) from exchange.share_seal"
                        + " where chain = ? and sequence > ? and signature is not null)",
                chain,
                sequence,
                chain,
                sequence);
    }

    private List<Seal> seals(String where, Object... arguments) {
        return jdbc.query(
                "select * from exchange.share_seal where " + where + " order by sequence",
                (row, n) -> new Seal(
                        row.getObject("chain", UUID.class),
                        row.getLong("sequence"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getInt("calls"),
                        row.getBytes("previous"),
                        row.getBytes("hash"),
                        row.getBytes("signature")),
                arguments);
    }

    /** Calls that concerned a person, the newest first. @param before for the next page */
    List<Call> ofPerson(byte[] blind, @Nullable Instant before, int limit) {
        return jdbc.query(
                "select c.* from exchange.share_call_person p join exchange.share_call c on c.id = p.call_id"
                        + " where p.blind = ? and p.at < ? order by p.at desc, p.call_id desc limit ?",
                (row, n) -> kept(row).call(),
                blind,
                before == null
                        ? OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC)
                        : before.atOffset(ZoneOffset.UTC),
                limit);
    }

    void removeDemo() {
        jdbc.update("delete from exchange.share_call_person where call_id in"
                + " (select id from exchange.share_call where is_demo)");
        jdbc.update("delete from exchange.share_call where is_demo");
    }

    private static Kept kept(ResultSet row) throws SQLException {
        Call call = new Call(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("grant_id", UUID.class),
                row.getString("app_key"),
                row.getObject("unit_id", UUID.class),
                row.getString("unit_name"),
                row.getString("api"),
                row.getString("resource_code"),
                row.getString("resource_name"),
                row.getString("case_number"),
                row.getString("purpose"),
                row.getString("operator"),
                row.getString("param_digest"),
                row.getInt("row_count"),
                row.getLong("latency_us"),
                row.getInt("status"),
                row.getString("code"),
                row.getString("nonce"),
                List.of(),
                false,
                row.getBoolean("is_demo"));
        return new Kept(call, row.getObject("chain", UUID.class), row.getLong("sequence"), row.getBytes("digest"));
    }
}
