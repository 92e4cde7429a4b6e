package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.platform.parties.Person;
import cn.gov.jiyuan.platform.rules.Rules;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** From which birthday somebody acts for himself (成年), by the rule of the day. */
@Component
final class Majority {
    private final Rules rules;
    private final Clock clock;

    Majority(Rules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    int age() {
        return Math.toIntExact(rules.integer("identity.adult.age", today()));
    }

    /** “《中华人民共和国民法典》第十七条 …” with its day, as told to people. */
    String basis() {
        return rules.parameter("identity.adult.age", today()).basis().text();
    }

    boolean isMinor(Person person) {
        return isMinor(person.birthDate());
    }

    boolean isMinor(LocalDate birth) {
        return reachedOn(birth).isAfter(today());
    }

    /** The birthday itself: from that day on he is of age. */
    LocalDate reachedOn(LocalDate birth) {
        return birth.plusYears(age());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
