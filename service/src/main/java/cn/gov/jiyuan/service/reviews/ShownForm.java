package cn.gov.jiyuan.service.reviews;

import cn.gov.jiyuan.platform.keys.PersonalCipher;
import cn.gov.jiyuan.platform.rules.Rules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * When the form of a rating was shown (评价时长), told by the form itself under a keyed digest, so that any node can read it
 * and nobody can date it back. Faster than anybody reads, or with no form at all, is a clue to made-up ratings.
 */
@Component
final class ShownForm {
    private static final String DOMAIN = "reviews.shown";

    private final PersonalCipher cipher;
    private final Rules rules;
    private final Clock clock;

    ShownForm(PersonalCipher cipher, Rules rules, Clock clock) {
        this.cipher = cipher;
        this.rules = rules;
        this.clock = clock;
    }

    /** For the hidden field of a form that is shown now. */
    String now() {
        return signed(String.valueOf(clock.instant().toEpochMilli()));
    }

    /** @param shown what the form sent */
    boolean isHasty(String shown) {
        int dot = shown.indexOf('.');
        if (dot < 1 || dot > 18 || !shown.equals(signed(shown.substring(0, dot)))) {
            return true;
        }
        Instant at = Instant.ofEpochMilli(Long.parseLong(shown.substring(0, dot)));
        Duration least = Duration.ofSeconds(rules.integer("reviews.fake.seconds", LocalDate.now(clock)));
        return Duration.between(at, clock.instant()).compareTo(least) < 0;
    }

    private String signed(String millis) {
        return millis + "." + HexFormat.of().formatHex(cipher.blind(DOMAIN, millis));
    }
}
