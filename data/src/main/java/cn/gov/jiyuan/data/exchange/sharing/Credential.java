package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.platform.keys.PersonalCipher;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Grants by application key with their secret in clear, as of at most a second ago. */
@Component
final class Credential {
    private final Lately<Held> held;

    Credential(GrantStore store, PersonalCipher cipher) {
        this.held = new Lately<>(appKey -> store.ofKey(appKey)
                .map(grant -> new Held(
                        grant,
                        cipher.open(GrantKeeper.SECRET, grant.id(), grant.secret())
                                .getBytes(StandardCharsets.UTF_8))));
    }

    /** @param secret key of the signature */
    record Held(Grant grant, byte[] secret) {}

    Optional<Held> of(String appKey) {
        return held.of(appKey);
    }

    void forget(String appKey) {
        held.forget(appKey);
    }
}
