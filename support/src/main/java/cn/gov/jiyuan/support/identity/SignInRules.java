package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.kernel.time.LegalTerm;
import cn.gov.jiyuan.platform.rules.Rules;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** How many failures lock an account and for how long, by the rules in force. */
@Component
final class SignInRules {
    private final Rules rules;
    private final Clock clock;

    SignInRules(Rules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    int lockAfter() {
        return Math.toIntExact(rules.integer("identity.login.failures", LocalDate.now(clock)));
    }

    /** In minutes. */
    int lockMinutes() {
        return Math.toIntExact(rules.integer("identity.login.lock", LocalDate.now(clock)));
    }

    /** How long a code sent by text message holds. */
    int codeMinutes() {
        return integer("identity.code.minutes");
    }

    int codeFailures() {
        return integer("identity.code.failures");
    }

    /** Codes to one telephone in a day. */
    int codesDaily() {
        return integer("identity.code.daily");
    }

    /** Codes asked for from one address in an hour. */
    int codesHourly() {
        return integer("identity.code.hourly");
    }

    int passwordLength() {
        return integer("identity.password.length");
    }

    /** Failures from one address within {@link #lockMinutes()} after which nobody signs in from there for that long. */
    int failuresOfSource() {
        return integer("identity.login.source");
    }

    Instant signInsKeptSince() {
        return term("identity.sign-in.kept")
                .before(LocalDate.now(clock))
                .atStartOfDay(clock.getZone())
                .toInstant();
    }

    /** The day from which an official who last signed in on a day is kept out. */
    LocalDate frozenFrom(LocalDate lastSignIn) {
        return term("identity.official.idle").after(lastSignIn);
    }

    /** The last day on which a level proved by face counts. */
    LocalDate faceHoldsTo(LocalDate proved) {
        return term("identity.face.review").after(proved).minusDays(1);
    }

    int faceFailuresDaily() {
        return integer("identity.face.failures");
    }

    private LegalTerm term(String key) {
        return rules.term(key, LocalDate.now(clock));
    }

    private int integer(String key) {
        return Math.toIntExact(rules.integer(key, LocalDate.now(clock)));
    }
}
