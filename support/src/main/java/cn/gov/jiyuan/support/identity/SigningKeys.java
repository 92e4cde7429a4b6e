package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import cn.gov.jiyuan.support.identity.SigningKeyStore.SigningKey;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys that sign identity tokens (签名密钥). A new key is published before it signs and an old one after it has signed,
 * so that neither a node nor a client that remembers the list for a while meets a key that it does not know.
 */
@Component
final class SigningKeys {
    private static final int BITS = 2048;

    private final SigningKeyStore store;
    private final OpenidRules rules;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transactions;
    private final Cache<Boolean, List<SigningKey>> recent =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(5)).build();

    SigningKeys(
            JdbcClient jdbc,
            PersonalCipher cipher,
            OpenidRules rules,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = new SigningKeyStore(jdbc, cipher);
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** The public keys of now, those to come and those that are leaving. */
    List<JWK> published() {
        return recent().stream().<JWK>map(each -> each.key().toPublicJWK()).toList();
    }

    JwtEncoder encoder() {
        return new NimbusJwtEncoder((selector, context) -> selector.select(new JWKSet(signing())));
    }

    private RSAKey signing() {
        List<SigningKey> keys = recent();
        Instant now = clock.instant();
        return keys.stream()
                .filter(key -> !key.signsFrom().isAfter(now))
                .findFirst()
                .orElseGet(keys::getLast)
                .key();
    }

    /** Makes the next key when the newest is old enough. @return whether it did */
    boolean turn() {
        Instant now = clock.instant();
        Boolean turned = transactions.execute(status -> {
            store.lock();
            SigningKey newest = load().getFirst();
            if (newest.madeAt().plus(rules.keyAge()).isAfter(now)) {
                return false;
            }
            Instant signsFrom = now.plus(rules.keyOverlap().dividedBy(2));
            make(now, signsFrom);
            store.retireBefore(signsFrom, signsFrom.plus(rules.keyOverlap()));
            return true;
        });
        recent.invalidateAll();
        return Boolean.TRUE.equals(turned);
    }

    /** Read outside the cache's lock: whoever waits for a connection keeps nobody else waiting; reading twice does no harm. */
    private List<SigningKey> recent() {
        List<SigningKey> known = recent.getIfPresent(true);
        if (known != null) {
            return known;
        }
        List<SigningKey> keys = load();
        recent.put(true, keys);
        return keys;
    }

    private List<SigningKey> load() {
        List<SigningKey> keys = store.published(clock.instant());
        return keys.isEmpty() ? first() : keys;
    }

    private List<SigningKey> first() {
        transactions.executeWithoutResult(status -> {
            store.lock();
            if (store.published(clock.instant()).isEmpty()) {
                make(clock.instant(), clock.instant());
            }
        });
        return store.published(clock.instant());
    }

    private void make(Instant madeAt, Instant signsFrom) {
        UUID id = Ids.next();
        store.insert(id, generate(id), madeAt, signsFrom);
        audit.record(
                Actor.SYSTEM,
                new AuditEvent("identity.key-made", "signing-key", id.toString(), "生成身份令牌签名密钥", Map.of()));
    }

    private static RSAKey generate(UUID id) {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyID(id.toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
