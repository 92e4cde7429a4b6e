package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.code.CitizenId;
import cn.gov.jiyuan.kernel.code.CodeCheck;
import cn.gov.jiyuan.kernel.code.MobileNumber;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.parties.Parties;
import cn.gov.jiyuan.platform.parties.Person;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Registers natural persons at the first real-name level: name, id number and a telephone that answers. Who is known to
 * the register of parties can only register with the telephone known there, so that nobody takes over another's name;
 * a lost password is replaced in the same way.
 */
@Service
final class Registration {
    /** The first of the real-name levels: nothing but the telephone was proved. */
    private static final int UNPROVED = 1;

    private final Parties parties;
    private final Challenges challenges;
    private final Passwords passwords;
    private final AccountStore accounts;
    private final SessionEnding ending;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Registration(
            JdbcClient jdbc,
            Parties parties,
            Challenges challenges,
            Passwords passwords,
            SessionEnding ending,
            Audit audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.parties = parties;
        this.challenges = challenges;
        this.passwords = passwords;
        this.accounts = new AccountStore(jdbc);
        this.ending = ending;
        this.audit = audit;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Sends the code. @return id of the challenge */
    UUID ask(String name, String idNumber, String phone, String visitor) {
        String wanted = name.strip();
        if (wanted.length() < 2 || wanted.length() > 50 || !wanted.codePoints().allMatch(Registration::isOfName)) {
            throw Fault.at("/name", IdentityError.NAME);
        }
        CodeCheck id = CitizenId.check(idNumber.strip(), today());
        if (!id.valid()) {
            throw Fault.at("/idNumber", IdentityError.ID_NUMBER, id.reason());
        }
        CodeCheck number = MobileNumber.check(phone.strip());
        if (!number.valid()) {
            throw Fault.at("/phone", IdentityError.PHONE, number.reason());
        }
        Optional<Person> known = parties.personByIdNumber(CitizenId.parse(id.normalised(), today()))
                .flatMap(parties::person);
        boolean contradicts = known.filter(person -> !person.name().equals(wanted)
                        || (person.phone() != null && !person.phone().equals(number.normalised())))
                .isPresent();
        Challenges.Wanted asked = new Challenges.Wanted(
                wanted,
                id.normalised(),
                number.normalised(),
                known.map(Person::id).orElse(null));
        return challenges.begin(Challenge.Purpose.REGISTER, asked, contradicts, visitor);
    }

    private static boolean isOfName(int point) {
        return Character.isLetter(point) || point == '·' || point == ' ';
    }

    /** Makes the account. @return its person */
    UUID complete(UUID challengeId, String code, String account, String password, String repeated) {
        Challenge challenge = challenges.require(challengeId, Challenge.Purpose.REGISTER, code);
        String login = account.strip().toLowerCase(Locale.ROOT);
        if (!login.matches("[a-z][a-z0-9_-]{3,29}")) {
            throw Fault.at("/account", IdentityError.ACCOUNT_NAME);
        }
        passwords.require(password, repeated, personal(challenge.facts(), login));
        String hash = String.valueOf(SignIn.PASSWORDS.encode(password));
        return transactions.execute(status -> {
            challenges.use(challenge);
            UUID person = person(challenge.facts());
            if (accounts.byPerson(person).isPresent()) {
                throw new Fault(IdentityError.HAS_ACCOUNT);
            }
            if (!accounts.insert(person, login, hash, clock.instant())) {
                throw Fault.at("/account", IdentityError.ACCOUNT_TAKEN, login);
            }
            record("identity.registered", person, "注册账号 " + login);
            return person;
        });
    }

    private UUID person(Challenge.Facts facts) {
        UUID known = facts.personId();
        if (known != null) {
            return known;
        }
        CitizenId id = CitizenId.parse(facts.idNumber(), today());
        return parties.personByIdNumber(id)
                .orElseGet(() -> parties.register(
                        Actor.ANONYMOUS,
                        new Parties.NewPerson(facts.name(), id, facts.phone(), id.areaPrefix(), UNPROVED)));
    }

    /** Sends the code for a new password; the answer is the same whether or not anybody fits. */
    UUID askReset(String account, String phone, String visitor) {
        return askOwner(Challenge.Purpose.RESET, account, phone, visitor);
    }

    private UUID askOwner(Challenge.Purpose purpose, String account, String phone, String visitor) {
        CodeCheck number = MobileNumber.check(phone.strip());
        if (!number.valid()) {
            throw Fault.at("/phone", IdentityError.PHONE, number.reason());
        }
        Optional<Person> owner = accountOf(account.strip())
                .filter(found -> found.state().equals("active"))
                .flatMap(found -> parties.person(found.personId()))
                .filter(person -> number.normalised().equals(person.phone()));
        Challenges.Wanted asked = new Challenges.Wanted(
                "", "", number.normalised(), owner.map(Person::id).orElse(null));
        return challenges.begin(purpose, asked, owner.isEmpty(), visitor);
    }

    private Optional<AccountStore.Account> accountOf(String name) {
        if (CitizenId.check(name, today()).valid()) {
            return parties.personByIdNumber(CitizenId.parse(name, today())).flatMap(accounts::byPerson);
        }
        return accounts.byLogin(name);
    }

    /** Sets the new password and ends every session of the account. */
    void completeReset(UUID challengeId, String code, String password, String repeated) {
        Challenge challenge = challenges.require(challengeId, Challenge.Purpose.RESET, code);
        UUID person = challenge.facts().personId();
        if (person == null) {
            throw new Fault(IdentityError.CODE_OVER);
        }
        String login =
                accounts.byPerson(person).map(AccountStore.Account::loginName).orElse("");
        passwords.require(password, repeated, personal(challenge.facts(), login));
        String hash = String.valueOf(SignIn.PASSWORDS.encode(password));
        transactions.executeWithoutResult(status -> {
            challenges.use(challenge);
            accounts.changePassword(person, hash);
            ending.person(person, "", SessionEnd.Reason.PASSWORD);
            record("identity.password-reset", person, "经短信验证重设口令，原有登录全部退出");
        });
    }

    /** Sends the code that brings an official's frozen account back; the answer is the same whether or not anybody fits. */
    UUID askReactivation(String account, String phone, String visitor) {
        return askOwner(Challenge.Purpose.REACTIVATE, account, phone, visitor);
    }

    void reactivate(UUID challengeId, String code) {
        Challenge challenge = challenges.require(challengeId, Challenge.Purpose.REACTIVATE, code);
        UUID person = challenge.facts().personId();
        if (person == null) {
            throw new Fault(IdentityError.CODE_OVER);
        }
        transactions.executeWithoutResult(status -> {
            challenges.use(challenge);
            accounts.reactivate(person, clock.instant());
            record("identity.account.reactivated", person, "经短信验证恢复长期未登录的账号");
        });
    }

    private static List<String> personal(Challenge.Facts facts, String login) {
        String id = facts.idNumber();
        return id.length() == 18
                ? List.of(login, facts.name(), facts.phone(), id, id.substring(6, 14), id.substring(12))
                : List.of(login, facts.phone());
    }

    private void record(String action, UUID person, String summary) {
        audit.record(Actor.ANONYMOUS, new AuditEvent(action, "account", person.toString(), summary, Map.of()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
