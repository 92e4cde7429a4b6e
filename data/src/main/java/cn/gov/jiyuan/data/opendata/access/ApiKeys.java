package cn.gov.jiyuan.data.opendata.access;

import cn.gov.jiyuan.data.opendata.OpendataError;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.keys.Sm3;
import cn.gov.jiyuan.platform.rules.Rules;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keys with which developers call the API (接口密钥); the key itself is shown once and kept only as a digest. */
@Service("opendata.ApiKeys")
public class ApiKeys {
    private static final int MOST = 5;
    private static final int LONGEST = 200;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** An official's key is his own, not his unit's. */
    private static UUID holder(Actor actor) {
        return actor.isOfficial() ? actor.personId() : actor.principalId();
    }

    private final KeyStore store;
    private final Rules rules;
    private final Audit audit;
    private final Clock clock;

    ApiKeys(KeyStore store, Rules rules, Audit audit, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param hint its last four characters @param quota calls a day */
    public record Key(UUID id, UUID party, String title, String purpose, String hint, long quota, Instant created) {}

    /** @param clear the key, to be shown now and never again */
    public record Issued(Key key, String clear) {}

    public record Standing(Key key, long usedToday) {}

    @Transactional
    public Issued issue(Actor actor, String title, String purpose) {
        if (title.isBlank() || purpose.isBlank()) {
            throw Fault.at(title.isBlank() ? "/title" : "/purpose", OpendataError.EMPTY);
        }
        if (title.length() > LONGEST || purpose.length() > LONGEST) {
            throw Fault.at(title.length() > LONGEST ? "/title" : "/purpose", OpendataError.TOO_LONG, LONGEST);
        }
        if (store.of(holder(actor)).size() >= MOST) {
            throw new Fault(OpendataError.TOO_MANY_KEYS, MOST);
        }
        byte[] random = new byte[24];
        RANDOM.nextBytes(random);
        String clear = "jyod_" + HexFormat.of().formatHex(random);
        Key key = new Key(
                Ids.next(),
                holder(actor),
                title.strip(),
                purpose.strip(),
                clear.substring(clear.length() - 4),
                rules.integer("opendata.quota.key", LocalDate.now(clock)),
                clock.instant());
        store.insert(key, Sm3.digest(clear));
        audit.record(
                actor,
                new AuditEvent(
                        "opendata.key.issue",
                        "opendata.key",
                        key.id().toString(),
                        "签发开放数据接口密钥“" + key.title() + "”",
                        Map.of("quota", key.quota())));
        return new Issued(key, clear);
    }

    @Transactional
    public void end(Actor actor, UUID id) {
        if (!store.end(id, holder(actor), clock.instant())) {
            throw new Fault(OpendataError.UNKNOWN, id);
        }
        audit.record(actor, new AuditEvent("opendata.key.end", "opendata.key", id.toString(), "停用开放数据接口密钥", Map.of()));
    }

    @Transactional
    public void quota(Actor actor, UUID id, long quota) {
        if (quota < 0 || !store.quota(id, quota)) {
            throw new Fault(OpendataError.UNKNOWN, id);
        }
        audit.record(
                actor,
                new AuditEvent(
                        "opendata.key.quota",
                        "opendata.key",
                        id.toString(),
                        "调整接口每日配额为 " + quota + " 次",
                        Map.of("quota", quota)));
    }

    /** The key behind what a program sends. */
    @Transactional(readOnly = true)
    public Optional<Key> find(String clear) {
        return clear.isBlank() ? Optional.empty() : store.find(Sm3.digest(clear.strip()));
    }

    @Transactional(readOnly = true)
    public List<Standing> of(Actor actor) {
        LocalDate today = LocalDate.now(clock);
        return store.of(holder(actor)).stream()
                .map(key -> new Standing(key, store.used(key.id().toString(), today)))
                .toList();
    }
}
