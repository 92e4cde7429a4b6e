package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.time.DateText;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import cn.gov.jiyuan.platform.messages.Messages;
import cn.gov.jiyuan.platform.parties.Parties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What somebody does with his own account (账号与安全): password, sessions, sign-ins. */
@Service
final class OwnAccount {
    private static final int SIGN_INS_SHOWN = 10;
    private static final int SESSIONS_SHOWN = 50;
    private static final Duration FAILURES_SHOWN = Duration.ofDays(7);

    private final AccountStore accounts;
    private final SignInStore signIns;
    private final SignIn signIn;
    private final Passwords passwords;
    private final SessionEnding ending;
    private final Parties parties;
    private final Messages messages;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    OwnAccount(
            JdbcClient jdbc,
            PersonalCipher cipher,
            SignIn signIn,
            Passwords passwords,
            SessionEnding ending,
            Parties parties,
            Messages messages,
            Audit audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.accounts = new AccountStore(jdbc);
        this.signIns = new SignInStore(jdbc, cipher);
        this.signIn = signIn;
        this.passwords = passwords;
        this.ending = ending;
        this.parties = parties;
        this.messages = messages;
        this.audit = audit;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** A sign-in in words. @param present whether it is the one of this very request */
    record Line(
            UUID id,
            String time,
            String place,
            String device,
            String means,
            String lastSeen,
            String end,
            boolean present) {}

    String loginName(UUID personId) {
        return accounts.byPerson(personId).map(AccountStore.Account::loginName).orElse("");
    }

    List<Line> signIns(UUID personId, String session) {
        return signIns.latest(personId, SIGN_INS_SHOWN).stream()
                .map(line -> inWords(line, session))
                .toList();
    }

    List<Line> sessions(UUID personId, String session) {
        return signIns.live(personId, SESSIONS_SHOWN).stream()
                .map(line -> inWords(line, session))
                .toList();
    }

    private Line inWords(SignInStore.Line line, String session) {
        Instant seen = line.lastSeen();
        return new Line(
                line.id(),
                DateText.full(line.at().atZone(clock.getZone())),
                Device.place(line.source()),
                line.device(),
                line.means().label(),
                seen == null ? "" : DateText.full(seen.atZone(clock.getZone())),
                line.end(),
                line.sessionId().equals(session));
    }

    /** How often somebody tried and failed with this account in the last days. */
    long failures(UUID personId) {
        return signIns.failures(personId, clock.instant().minus(FAILURES_SHOWN));
    }

    /** Sets another password and ends the sessions of all other devices. */
    void changePassword(Actor actor, String present, String password, String repeated, String session, String source) {
        UUID person = actor.personId();
        signIn.confirm(person, present, source, "/present");
        passwords.require(password, repeated, personal(person));
        if (password.equals(present)) {
            throw Fault.at("/password", IdentityError.PASSWORD_SAME);
        }
        String hash = String.valueOf(SignIn.PASSWORDS.encode(password));
        transactions.executeWithoutResult(status -> {
            accounts.changePassword(person, hash);
            ending.person(person, session, SessionEnd.Reason.PASSWORD);
            record(actor, "identity.password.changed", "更换口令，其他设备上的登录全部退出");
            messages.send(
                    person,
                    "identity.password-changed",
                    List.of(DateText.full(clock.instant().atZone(clock.getZone()))),
                    "/identity/account");
        });
    }

    /** What others know of the person. */
    private List<String> personal(UUID personId) {
        List<String> known = new ArrayList<>(List.of(loginName(personId)));
        parties.person(personId).ifPresent(person -> {
            String id = person.idNumber();
            String phone = person.phone();
            known.addAll(List.of(person.name(), id, id.substring(6, 14), id.substring(12)));
            known.add(phone == null ? "" : phone);
        });
        return known;
    }

    void endSession(Actor actor, UUID signIn) {
        transactions.executeWithoutResult(status -> {
            if (ending.signIn(actor.personId(), signIn, SessionEnd.Reason.REVOKED) > 0) {
                record(actor, "identity.session.revoked", "退出自己在其他设备上的一次登录");
            }
        });
    }

    /** @return how many ended */
    int endOtherSessions(Actor actor, String session) {
        Integer ended = transactions.execute(status -> {
            int count = ending.person(actor.personId(), session, SessionEnd.Reason.REVOKED);
            record(actor, "identity.session.revoked", "退出自己在其他设备上的全部登录，共 " + count + " 次");
            return count;
        });
        return ended == null ? 0 : ended;
    }

    private void record(Actor actor, String action, String summary) {
        audit.record(actor, new AuditEvent(action, "account", actor.personId().toString(), summary, Map.of()));
    }
}
