package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.code.CitizenId;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.time.DateText;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import cn.gov.jiyuan.platform.parties.Parties;
import cn.gov.jiyuan.platform.parties.Posts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Checks account and password, with a lock after repeated failures of an account and of an address. */
@Service
final class SignIn {
    static final PasswordEncoder PASSWORDS = new DigestThreads(new BCryptPasswordEncoder(10));
    /** Compared against when there is no account, so that the answer takes as long. The digest of nothing, so nothing fits. */
    private static final String NOBODY = "$2a$10$NobodyNobodyNobodyNobodyNobodyNobodyNobodyNobodyNobod";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final AccountStore accounts;
    private final SignInStore signIns;
    private final Parties parties;
    private final Posts posts;
    private final ActorDirectory directory;
    private final Audit audit;
    private final Clock clock;
    private final SignInRules rules;
    private final TransactionTemplate transactions;

    SignIn(
            JdbcClient jdbc,
            PersonalCipher cipher,
            Parties parties,
            Posts posts,
            ActorDirectory directory,
            Audit audit,
            Clock clock,
            SignInRules rules,
            PlatformTransactionManager transactions) {
        this.accounts = new AccountStore(jdbc);
        this.signIns = new SignInStore(jdbc, cipher);
        this.parties = parties;
        this.posts = posts;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
        this.rules = rules;
        this.transactions = new TransactionTemplate(transactions);
    }

    /**
     * Checks the password of somebody who is not signed in yet.
     *
     * @param name account name or citizen id number
     * @param source network address
     */
    UUID check(String name, String password, String source) {
        requireQuiet(source);
        Optional<AccountStore.Account> found = account(name.strip());
        String hash = found.map(AccountStore.Account::passwordHash).orElse(NOBODY);
        found.ifPresent(this::refuseLocked);
        boolean right = PASSWORDS.matches(password, hash);
        if (found.isEmpty()) {
            transactions.executeWithoutResult(status -> signIns.fail(null, source, clock.instant()));
            throw wrong();
        }
        AccountStore.Account account = found.get();
        if (!right) {
            refuse(account.personId(), source, wrong());
        }
        requireUsable(account);
        return account.personId();
    }

    /** Checks the password of somebody who is signed in; counted like one at the door. */
    void confirm(UUID personId, String password, String source, String pointer) {
        AccountStore.Account account =
                accounts.byPerson(personId).orElseThrow(() -> new Fault(IdentityError.SUSPENDED));
        refuseLocked(account);
        if (!PASSWORDS.matches(password, account.passwordHash())) {
            refuse(
                    personId,
                    source,
                    Fault.at(pointer, IdentityError.PASSWORD_WRONG, rules.lockAfter(), rules.lockMinutes()));
        }
    }

    /** Refuses accounts that are locked, suspended or frozen, by whatever means their owner comes. */
    void requireUsable(UUID personId) {
        AccountStore.Account account =
                accounts.byPerson(personId).orElseThrow(() -> new Fault(IdentityError.SUSPENDED));
        refuseLocked(account);
        requireUsable(account);
    }

    private void requireUsable(AccountStore.Account account) {
        if (!account.state().equals("active")) {
            throw new Fault(IdentityError.SUSPENDED);
        }
        LocalDate today = LocalDate.now(clock);
        LocalDate used = LocalDate.ofInstant(account.lastUsed(), clock.getZone());
        LocalDate frozen = rules.frozenFrom(used);
        if (!today.isBefore(frozen) && posts.isOfficial(account.personId(), today)) {
            throw new Fault(IdentityError.FROZEN, DateText.full(used), DateText.full(frozen));
        }
    }

    /** Everything was proved: the account is used again from now on. */
    SignedIn succeed(UUID personId, Means means) {
        Instant now = clock.instant();
        SignedIn signedIn = new SignedIn(personId, directory.initial(personId), now);
        transactions.executeWithoutResult(status -> {
            accounts.succeed(personId, now);
            record(directory.actor(signedIn), "identity.sign-in", personId, "登录，方式：" + means.label());
        });
        return signedIn;
    }

    /** Counts a failure of an account and of an address, and throws. */
    void refuse(UUID personId, String source, Fault fault) {
        Instant until = clock.instant().plus(Duration.ofMinutes(rules.lockMinutes()));
        Integer failures = transactions.execute(status -> {
            int count = accounts.fail(personId, rules.lockAfter(), until);
            signIns.fail(personId, source, clock.instant());
            record(Actor.ANONYMOUS, "identity.sign-in-failed", personId, "登录失败第 " + count + " 次");
            return count;
        });
        if (failures != null && failures >= rules.lockAfter()) {
            throw new Fault(IdentityError.LOCKED, TIME.format(until.atZone(clock.getZone())));
        }
        throw fault;
    }

    private void refuseLocked(AccountStore.Account account) {
        Instant until = account.lockedUntil();
        if (until != null && until.isAfter(clock.instant())) {
            throw new Fault(IdentityError.LOCKED, TIME.format(until.atZone(clock.getZone())));
        }
    }

    /** Many accounts tried from one address are no better than one account tried often. */
    private void requireQuiet(String source) {
        Instant now = clock.instant();
        Duration window = Duration.ofMinutes(rules.lockMinutes());
        int most = rules.failuresOfSource();
        List<Instant> failures = signIns.failures(source, now.minus(window), now, most);
        if (failures.size() >= most) {
            Instant again = failures.getLast().plus(window);
            throw new Fault(IdentityError.SOURCE_LOCKED, TIME.format(again.atZone(clock.getZone())));
        }
    }

    private Fault wrong() {
        return Fault.at("/name", IdentityError.WRONG, rules.lockAfter(), rules.lockMinutes());
    }

    private Optional<AccountStore.Account> account(String name) {
        if (CitizenId.check(name, LocalDate.now(clock)).valid()) {
            return parties.personByIdNumber(CitizenId.parse(name, LocalDate.now(clock)))
                    .flatMap(accounts::byPerson);
        }
        return accounts.byLogin(name);
    }

    private void record(Actor actor, String action, UUID personId, String summary) {
        audit.record(actor, new AuditEvent(action, "account", personId.toString(), summary, Map.of()));
    }
}
