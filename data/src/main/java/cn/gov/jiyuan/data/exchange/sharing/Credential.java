package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.platform.keys.PersonalCipher;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Grants by application key with their secret in clear, as of at most a second ago. */
@Component
final class Credential {
    private static final long FRESH_NANOS = 1_000_000_000L;

    private final GrantStore store;
    private final PersonalCipher cipher;
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    Credential(GrantStore store, PersonalCipher cipher) {
        this.store = store;
        this.cipher = cipher;
    }

    /** @param secret key of the signature @param at when it was read */
    record Held(Grant grant, byte[] secret, long at) {}

    Optional<Held> of(String appKey) {
        Held last = held.get(appKey);
        if (last != null && System.nanoTime() - last.at() < FRESH_NANOS) {
            return Optional.of(last);
        }
        Optional<Held> found = store.ofKey(appKey)
                .map(grant -> new Held(
                        grant,
                        cipher.open(GrantKeeper.SECRET, grant.id(), grant.secret())
                                .getBytes(StandardCharsets.UTF_8),
                        System.nanoTime()));
        found.ifPresentOrElse(one -> held.put(appKey, one), () -> held.remove(appKey));
        return found;
    }

    void forget(String appKey) {
        held.remove(appKey);
    }
}
