package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.kernel.id.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;

/** SQL of passkeys. */
final class PasskeyStore implements UserCredentialRepository {
    private static final String COLUMNS =
            "select k.credential_id, k.name, k.public_key, k.sign_count, k.uv_initialized,"
                    + " k.backup_eligible, k.backup_state, k.transports, k.attestation, k.client_data, k.made_at, k.last_used_at,"
                    + " o.handle from identity.passkey k join identity.passkey_owner o on o.person_id = k.person_id";

    private final JdbcClient jdbc;

    record Line(UUID id, String name, Instant madeAt, Instant lastUsedAt) {}

    PasskeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void save(CredentialRecord credential) {
        jdbc.sql("""
                        insert into identity.passkey (credential_id, id, person_id, name, public_key, sign_count,
                               uv_initialized, backup_eligible, backup_state, transports, attestation, client_data,
                               made_at, last_used_at)
                        select ?, ?, person_id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? from identity.passkey_owner where handle = ?
                        on conflict (credential_id) do update set sign_count = excluded.sign_count,
                               backup_state = excluded.backup_state, last_used_at = excluded.last_used_at
                        """)
                .param(credential.getCredentialId().getBytes())
                .param(Ids.next())
                .param(credential.getLabel())
                .param(credential.getPublicKey().getBytes())
                .param(credential.getSignatureCount())
                .param(credential.isUvInitialized())
                .param(credential.isBackupEligible())
                .param(credential.isBackupState())
                .param(credential.getTransports().stream()
                        .map(AuthenticatorTransport::getValue)
                        .sorted()
                        .collect(Collectors.joining(",")))
                .param(bytes(credential.getAttestationObject()))
                .param(bytes(credential.getAttestationClientDataJSON()))
                .param(credential.getCreated().atOffset(ZoneOffset.UTC))
                .param(credential.getLastUsed().atOffset(ZoneOffset.UTC))
                .param(credential.getUserEntityUserId().getBytes())
                .update();
    }

    private static byte @Nullable [] bytes(@Nullable Bytes value) {
        return value == null ? null : value.getBytes();
    }

    @Override
    public void delete(Bytes credentialId) {
        jdbc.sql("delete from identity.passkey where credential_id = ?")
                .param(credentialId.getBytes())
                .update();
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
        return jdbc.sql(COLUMNS + " where k.credential_id = ?")
                .param(credentialId.getBytes())
                .query((row, n) -> credential(row))
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes userId) {
        return jdbc.sql(COLUMNS + " where o.handle = ? order by k.made_at limit 50")
                .param(userId.getBytes())
                .query((row, n) -> credential(row))
                .list();
    }

    private static CredentialRecord credential(ResultSet row) throws SQLException {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes(1)))
                .label(row.getString(2))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes(3)))
                .signatureCount(row.getLong(4))
                .uvInitialized(row.getBoolean(5))
                .backupEligible(row.getBoolean(6))
                .backupState(row.getBoolean(7))
                .transports(transports(row.getString(8)))
                .attestationObject(new Bytes(row.getBytes(9)))
                .attestationClientDataJSON(new Bytes(row.getBytes(10)))
                .created(moment(row, 11))
                .lastUsed(moment(row, 12))
                .userEntityUserId(new Bytes(row.getBytes(13)))
                .build();
    }

    private static Set<AuthenticatorTransport> transports(String text) {
        return Arrays.stream(text.split(","))
                .filter(part -> !part.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toSet());
    }

    List<Line> of(UUID personId) {
        return jdbc.sql("select id, name, made_at, last_used_at from identity.passkey where person_id = ?"
                        + " order by made_at limit 50")
                .param(personId)
                .query((row, n) ->
                        new Line(row.getObject(1, UUID.class), row.getString(2), moment(row, 3), moment(row, 4)))
                .list();
    }

    boolean rename(UUID personId, UUID id, String name) {
        return jdbc.sql("update identity.passkey set name = ? where person_id = ? and id = ?")
                        .params(name, personId, id)
                        .update()
                == 1;
    }

    boolean remove(UUID personId, UUID id) {
        return jdbc.sql("delete from identity.passkey where person_id = ? and id = ?")
                        .params(personId, id)
                        .update()
                == 1;
    }

    private static Instant moment(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }
}
