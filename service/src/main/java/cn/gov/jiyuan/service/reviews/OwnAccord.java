package cn.gov.jiyuan.service.reviews;

import cn.gov.jiyuan.platform.rules.Rules;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Which ratings people give of their own accord (主动评价): through channels that nobody hands to them. Decided when the rating
 * is given, by the rule of that day, and kept with it.
 */
@Component
class OwnAccord {
    private static final String CHANNELS = "reviews.own-accord.channels";

    private final Rules rules;
    private final Clock clock;

    OwnAccord(Rules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    boolean holds(int channel, Instant givenAt) {
        LocalDate day = givenAt.atZone(clock.getZone()).toLocalDate();
        return rules.list(CHANNELS, day).contains(String.valueOf(channel));
    }

    /** Names of the channels that count today. */
    List<String> channels() {
        return rules.list(CHANNELS, LocalDate.now(clock)).stream()
                .map(ReviewRecords::channel)
                .toList();
    }
}
