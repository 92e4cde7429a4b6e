package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.kernel.time.DeadlineUnit;
import cn.gov.jiyuan.kernel.time.LegalTerm;
import cn.gov.jiyuan.platform.rules.Rules;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** How long codes, tokens, tickets and keys hold, and what is too much, by the rules in force. */
@Component
final class OpenidRules {
    private final Rules rules;
    private final Clock clock;

    OpenidRules(Rules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    Duration code() {
        return Duration.ofSeconds(integer("identity.grant.seconds"));
    }

    Duration accessToken() {
        return Duration.ofMinutes(integer("identity.token.minutes"));
    }

    /** Counted from the login; a new refresh token does not prolong it. */
    Duration refreshToken() {
        LegalTerm term = rules.term("identity.refresh.term", LocalDate.now(clock));
        return term.unit() == DeadlineUnit.HOUR ? Duration.ofHours(term.amount()) : Duration.ofDays(term.amount());
    }

    Duration ticket() {
        return Duration.ofSeconds(integer("identity.ticket.seconds"));
    }

    /** Refusals of one client from one address within {@link #window()}. */
    long failures() {
        return integer("identity.client.failures");
    }

    Duration window() {
        return Duration.ofMinutes(integer("identity.client.minutes"));
    }

    Duration keyAge() {
        return Duration.ofDays(integer("identity.key.days"));
    }

    /** How long a new key is only published, and an old one still. */
    Duration keyOverlap() {
        return Duration.ofHours(integer("identity.key.overlap"));
    }

    long logoutAttempts() {
        return integer("identity.logout.attempts");
    }

    private long integer(String key) {
        return rules.integer(key, LocalDate.now(clock));
    }
}
