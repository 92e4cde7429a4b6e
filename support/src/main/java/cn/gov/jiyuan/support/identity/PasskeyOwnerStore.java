package cn.gov.jiyuan.support.identity;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;

/** SQL of the handles under which passkeys know their owners: random, so that a key says nothing of its owner. */
final class PasskeyOwnerStore implements PublicKeyCredentialUserEntityRepository {
    private final JdbcClient jdbc;

    PasskeyOwnerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return person(handle).map(person -> entity(person, handle)).orElse(null);
    }

    Optional<UUID> person(Bytes handle) {
        return jdbc.sql("select person_id from identity.passkey_owner where handle = ?")
                .param(handle.getBytes())
                .query(UUID.class)
                .optional();
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String personId) {
        UUID person = UUID.fromString(personId);
        return jdbc.sql("select handle from identity.passkey_owner where person_id = ?")
                .param(person)
                .query(byte[].class)
                .optional()
                .map(handle -> entity(person, new Bytes(handle)))
                .orElse(null);
    }

    /** The name is what an authenticator shows to its owner. */
    private PublicKeyCredentialUserEntity entity(UUID person, Bytes handle) {
        String login = jdbc.sql("select login_name from identity.account where person_id = ?")
                .param(person)
                .query(String.class)
                .single();
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(handle)
                .name(login)
                .displayName(login)
                .build();
    }

    @Override
    public void save(PublicKeyCredentialUserEntity owner) {
        jdbc.sql("insert into identity.passkey_owner (person_id, handle) values (?, ?) on conflict do nothing")
                .params(UUID.fromString(owner.getName()), owner.getId().getBytes())
                .update();
    }

    @Override
    public void delete(Bytes handle) {
        jdbc.sql("delete from identity.passkey_owner where handle = ?")
                .param(handle.getBytes())
                .update();
    }
}
