package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.kernel.time.DateText;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.keys.KeyVault;
import cn.gov.jiyuan.platform.messages.Messages;
import cn.gov.jiyuan.platform.parties.Parties;
import cn.gov.jiyuan.platform.parties.Person;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Real-name levels (实名等级): the lasting one of the register of parties, and what a face check adds for a while. A proof
 * that ran out stops counting by its date; nothing has to happen on that day.
 */
@Service
final class RealLevels {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration CHECK_HOLDS = Duration.ofMinutes(30);

    private final LevelStore store;
    private final Parties parties;
    private final SignInRules rules;
    private final Messages messages;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final @Nullable FaceProvider provider;

    RealLevels(
            JdbcClient jdbc,
            Parties parties,
            SignInRules rules,
            Messages messages,
            Audit audit,
            PlatformTransactionManager transactions,
            Clock clock,
            KeyVault vault,
            IdentitySettings settings) {
        this.store = new LevelStore(jdbc);
        this.parties = parties;
        this.rules = rules;
        this.messages = messages;
        this.audit = audit;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
        this.provider = provider(vault, settings.face());
    }

    private static @Nullable FaceProvider provider(KeyVault vault, IdentitySettings.Face face) {
        URI address = face.address();
        if (address != null) {
            return new RemoteFaces(address, face.name(), face.secret());
        }
        return face.demonstration() ? new DemonstrationFaces(vault) : null;
    }

    /**
     * @param level the level that counts today
     * @param validTo last day of a level that runs out, null for a lasting one
     */
    record Standing(
            RealLevel level, RealLevel lasting, @Nullable LocalDate validTo) {
        public String until() {
            return validTo == null ? "" : DateText.full(validTo);
        }
    }

    /** The level that counts today. */
    int level(Person person) {
        return standing(person).level().number();
    }

    Standing standing(UUID personId) {
        return parties.person(personId)
                .map(this::standing)
                .orElse(new Standing(RealLevel.UNPROVED, RealLevel.UNPROVED, null));
    }

    private Standing standing(Person person) {
        RealLevel lasting = RealLevel.of(person.realLevel());
        return store.proof(person.id(), LocalDate.now(clock))
                .filter(proof -> proof.level() > lasting.number())
                .map(proof -> new Standing(RealLevel.of(proof.level()), lasting, proof.validTo()))
                .orElse(new Standing(lasting, lasting, null));
    }

    Optional<String> providerName() {
        return Optional.ofNullable(provider).map(FaceProvider::name);
    }

    /** The demonstration, if that is what answers. */
    Optional<DemonstrationFaces> demonstration() {
        return provider instanceof DemonstrationFaces faces ? Optional.of(faces) : Optional.empty();
    }

    /**
     * Begins a face check.
     *
     * @param next the page to come back to
     * @param site address of this site, for the provider
     */
    UUID begin(Actor actor, String next, URI site) {
        FaceProvider faces = provider();
        requireRestraint(actor.personId());
        Person person = parties.person(actor.personId()).orElseThrow(() -> new Fault(IdentityError.SUSPENDED));
        UUID id = Ids.next();
        byte[] nonce = new byte[16];
        RANDOM.nextBytes(nonce);
        Instant now = clock.instant();
        FaceProvider.Request request = new FaceProvider.Request(
                id,
                HexFormat.of().formatHex(nonce),
                person.name(),
                person.idNumber(),
                site.resolve("/identity/face/answer"),
                now);
        URI page = faces.begin(request);
        transactions.executeWithoutResult(status -> {
            store.insert(
                    new LevelStore.Check(
                            id,
                            person.id(),
                            RealLevel.FACE.number(),
                            faces.name(),
                            request.nonce(),
                            page.toString(),
                            next,
                            now.plus(CHECK_HOLDS),
                            false),
                    now);
            record(actor, "identity.face.asked", "申请人脸核验，核验服务：" + faces.name());
        });
        return id;
    }

    private FaceProvider provider() {
        return Optional.ofNullable(provider).orElseThrow(() -> new Fault(IdentityError.FACE_ABSENT));
    }

    private void requireRestraint(UUID personId) {
        Instant midnight = LocalDate.now(clock).atStartOfDay(clock.getZone()).toInstant();
        int most = rules.faceFailuresDaily();
        if (store.failures(personId, midnight) >= most) {
            throw new Fault(IdentityError.FACE_TOO_OFTEN, most);
        }
    }

    /** A check of the actor that still waits for its answer. */
    LevelStore.Check open(Actor actor, UUID id) {
        return store.check(id, actor.personId())
                .filter(check -> !check.answered() && check.expiresAt().isAfter(clock.instant()))
                .orElseThrow(() -> new Fault(IdentityError.FACE_ANSWER));
    }

    /**
     * Takes the provider's answer, which must be signed, fresh, about this person, and given for the first time.
     *
     * @return where to go on, and whether the check was passed
     */
    Result answer(Actor actor, String text, String signature) {
        if (!provider().signed(text, signature)) {
            throw new Fault(IdentityError.FACE_ANSWER);
        }
        FaceProvider.Answer answer = read(text);
        LevelStore.Check check = open(actor, answer.id());
        boolean late = answer.at().isBefore(clock.instant().minus(CHECK_HOLDS));
        if (late || !check.nonce().equals(answer.nonce())) {
            throw new Fault(IdentityError.FACE_ANSWER);
        }
        transactions.executeWithoutResult(status -> {
            if (!store.answer(check.id(), answer.outcome(), clock.instant())) {
                throw new Fault(IdentityError.FACE_ANSWER);
            }
            if (answer.outcome() == FaceProvider.Outcome.PASSED) {
                raise(actor, check);
            } else {
                record(actor, "identity.face.failed", "人脸核验未通过，核验服务：" + check.provider());
            }
        });
        return new Result(answer.outcome() == FaceProvider.Outcome.PASSED, check.level(), check.returnPath());
    }

    record Result(boolean passed, int level, String next) {}

    private void raise(Actor actor, LevelStore.Check check) {
        LocalDate today = LocalDate.now(clock);
        LocalDate to = rules.faceHoldsTo(today);
        store.insert(
                check.id(),
                actor.personId(),
                new LevelStore.Proof(check.level(), check.provider(), today, to),
                clock.instant());
        record(
                actor,
                "identity.level.raised",
                "实名等级提升为 " + check.level() + " 级，有效期至 " + to + "，核验服务：" + check.provider());
        messages.send(
                actor.personId(),
                "identity.level-raised",
                List.of(check.level(), check.provider(), DateText.full(to)),
                "/identity/account");
    }

    private static FaceProvider.Answer read(String text) {
        try {
            return JsonMapper.shared().readValue(text, FaceProvider.Answer.class);
        } catch (JacksonException e) {
            throw new Fault(IdentityError.FACE_ANSWER);
        }
    }

    private void record(Actor actor, String action, String summary) {
        audit.record(actor, new AuditEvent(action, "person", actor.personId().toString(), summary, Map.of()));
    }
}
