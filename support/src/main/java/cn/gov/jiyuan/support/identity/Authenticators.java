package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import cn.gov.jiyuan.platform.messages.Messages;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The second step of signing in (动态验证码): an authenticator, and codes for the day when it is lost. */
@Service
class Authenticators {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RECOVERY_CODES = 10;
    /** Without letters and digits that look alike. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final AuthenticatorStore store;
    private final Messages messages;
    private final Audit audit;
    private final SignIn signIn;
    private final SignInRules rules;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Authenticators(
            JdbcClient jdbc,
            PersonalCipher cipher,
            Messages messages,
            Audit audit,
            SignIn signIn,
            SignInRules rules,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = new AuthenticatorStore(jdbc, cipher);
        this.messages = messages;
        this.audit = audit;
        this.signIn = signIn;
        this.rules = rules;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    boolean isOn(UUID personId) {
        return store.find(personId).filter(AuthenticatorStore.Row::confirmed).isPresent();
    }

    long recoveryLeft(UUID personId) {
        return store.recoveryLeft(personId);
    }

    /** A secret to be taken into an authenticator; it counts when a code has confirmed it. */
    @Transactional
    public Totp prepare(UUID personId) {
        AuthenticatorStore.Row present = store.find(personId).orElse(null);
        if (present != null) {
            return present.totp();
        }
        byte[] secret = new byte[Totp.SECRET_BYTES];
        RANDOM.nextBytes(secret);
        store.prepare(personId, secret, clock.instant());
        return new Totp(secret);
    }

    /** @return the recovery codes, to be shown this once */
    @Transactional
    public List<String> confirm(Actor actor, String code) {
        UUID person = actor.personId();
        AuthenticatorStore.Row row = store.find(person)
                .filter(found -> !found.confirmed())
                .orElseThrow(() -> new Fault(IdentityError.STEP_OVER));
        OptionalLong step = row.totp().stepOf(code, clock.instant(), row.lastStep());
        if (step.isEmpty() || !store.use(person, step.getAsLong())) {
            throw wrong();
        }
        store.confirm(person, clock.instant());
        List<String> codes = Stream.generate(Authenticators::recoveryCode)
                .limit(RECOVERY_CODES)
                .toList();
        store.replaceRecovery(
                person, codes.stream().map(Authenticators::normalised).toList());
        record(actor, "identity.authenticator.on", "启用动态验证码");
        messages.send(person, "identity.authenticator-on", List.of(), "/identity/account");
        return codes;
    }

    private static String recoveryCode() {
        String letters = IntStream.range(0, 10)
                .mapToObj(i -> String.valueOf(LETTERS.charAt(RANDOM.nextInt(LETTERS.length()))))
                .collect(Collectors.joining());
        return letters.substring(0, 5) + "-" + letters.substring(5);
    }

    private static String normalised(String code) {
        return code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    }

    /**
     * Takes a code of the authenticator or a recovery code, once; a wrong one counts like a wrong password.
     *
     * @return by what the second step was passed
     */
    Means pass(UUID personId, String code, String source) {
        signIn.requireUsable(personId);
        AuthenticatorStore.Row row = store.find(personId)
                .filter(AuthenticatorStore.Row::confirmed)
                .orElseThrow(() -> new Fault(IdentityError.STEP_OVER));
        OptionalLong step = row.totp().stepOf(code, clock.instant(), row.lastStep());
        if (step.isPresent() && store.use(personId, step.getAsLong())) {
            return Means.CODE;
        }
        if (store.useRecovery(personId, normalised(code), clock.instant())) {
            return Means.RECOVERY;
        }
        signIn.refuse(personId, source, wrong());
        throw wrong();
    }

    /** Needs the password and a code: a stolen session must not be enough. */
    void end(Actor actor, String password, String code, String source) {
        signIn.confirm(actor.personId(), password, source, "/password");
        pass(actor.personId(), code, source);
        transactions.executeWithoutResult(status -> {
            store.delete(actor.personId());
            record(actor, "identity.authenticator.off", "停用动态验证码");
            messages.send(actor.personId(), "identity.authenticator-off", List.of(), "/identity/account");
        });
    }

    private Fault wrong() {
        return Fault.at("/code", IdentityError.TOTP_WRONG, rules.lockAfter(), rules.lockMinutes());
    }

    private void record(Actor actor, String action, String summary) {
        audit.record(actor, new AuditEvent(action, "account", actor.personId().toString(), summary, Map.of()));
    }
}
