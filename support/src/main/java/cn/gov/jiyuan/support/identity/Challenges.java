package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.jobs.RecurringWork;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import cn.gov.jiyuan.platform.messages.Messages;
import cn.gov.jiyuan.platform.messages.TextMessages;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends codes by text message and checks them, no more often than the rules allow. */
@Component
final class Challenges implements RecurringWork {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration BETWEEN = Duration.ofSeconds(60);
    private static final Duration KEPT = Duration.ofDays(1);

    private final ChallengeStore store;
    private final Messages messages;
    private final ObjectProvider<TextMessages> gateway;
    private final SignInRules rules;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Challenges(
            JdbcClient jdbc,
            PersonalCipher cipher,
            Messages messages,
            ObjectProvider<TextMessages> gateway,
            SignInRules rules,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = new ChallengeStore(jdbc, cipher);
        this.messages = messages;
        this.gateway = gateway;
        this.rules = rules;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Makes a challenge and sends its code to the telephone.
     *
     * @param silent true to make it without sending, so that the answer betrays nothing
     * @param visitor network address of whoever asks
     */
    UUID begin(Challenge.Purpose purpose, Wanted wanted, boolean silent, String visitor) {
        Instant now = clock.instant();
        requireRestraint(wanted.phone(), visitor, now);
        UUID id = Ids.next();
        String code = String.format(Locale.ROOT, "%06d", RANDOM.nextInt(1_000_000));
        Challenge.Facts facts = new Challenge.Facts(
                wanted.name(), wanted.idNumber(), wanted.phone(), silent ? null : wanted.personId(), code);
        Challenge challenge =
                new Challenge(id, purpose, facts, now.plus(Duration.ofMinutes(rules.codeMinutes())), 0, null);
        transactions.executeWithoutResult(status -> {
            store.insert(challenge, visitor, now);
            if (!silent) {
                messages.send(id, "identity.code", List.of(code, rules.codeMinutes()), null);
            }
        });
        return id;
    }

    /** Who wants a code, and what for. */
    record Wanted(
            String name,
            String idNumber,
            String phone,
            @Nullable UUID personId) {}

    private void requireRestraint(String phone, String visitor, Instant now) {
        if (store.sentToPhone(phone, now.minus(BETWEEN)) > 0) {
            throw new Fault(IdentityError.CODE_TOO_SOON, BETWEEN.toSeconds());
        }
        boolean tooOften = store.sentToPhone(phone, now.minus(Duration.ofDays(1))) >= rules.codesDaily()
                || store.sentForVisitor(visitor, now.minus(Duration.ofHours(1))) >= rules.codesHourly();
        if (tooOften) {
            throw new Fault(IdentityError.CODE_TOO_OFTEN);
        }
    }

    /** The challenge, if its code may still be given. */
    Optional<Challenge> live(UUID id, Challenge.Purpose purpose) {
        return store.find(id)
                .filter(challenge -> challenge.purpose() == purpose)
                .filter(challenge -> challenge.isLive(clock.instant(), rules.codeFailures()));
    }

    /** Checks the code; a wrong one is counted even though the request fails. Whoever passes uses it up himself. */
    Challenge require(UUID id, Challenge.Purpose purpose, String code) {
        Challenge challenge = live(id, purpose).orElseThrow(() -> new Fault(IdentityError.CODE_OVER));
        boolean right = MessageDigest.isEqual(
                challenge.facts().code().getBytes(StandardCharsets.UTF_8),
                code.strip().getBytes(StandardCharsets.UTF_8));
        if (!right) {
            transactions.executeWithoutResult(status -> store.fail(id));
            throw Fault.at("/code", IdentityError.CODE_WRONG, rules.codeFailures());
        }
        return challenge;
    }

    /** Uses a checked challenge up, in the caller's transaction. */
    void use(Challenge challenge) {
        if (!store.use(challenge.id(), clock.instant())) {
            throw new Fault(IdentityError.CODE_OVER);
        }
    }

    Optional<String> phone(UUID id) {
        return store.find(id).map(challenge -> challenge.facts().phone());
    }

    /** Whether text messages really leave the house. */
    boolean isSent() {
        return gateway.getIfAvailable() != null;
    }

    @Override
    public String name() {
        return "identity.challenges";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    public boolean run() {
        store.deleteOlder(clock.instant().minus(KEPT));
        return false;
    }
}
