package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.kernel.time.LegalTerm;
import cn.gov.jiyuan.platform.rules.Rules;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the rules in force say about acting for others. */
@Component
final class DelegationRules {
    private final Rules rules;
    private final Clock clock;

    DelegationRules(Rules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /** The last day that a grant from a day on may have. */
    LocalDate latest(LocalDate from) {
        return longestTerm().after(from);
    }

    String longest() {
        return longestTerm().text();
    }

    private LegalTerm longestTerm() {
        return rules.term("identity.delegation.longest", today());
    }

    int level() {
        return integer("identity.delegation.level");
    }

    /** What the legal representative of a firm needs to confirm somebody. */
    int representativeLevel() {
        return integer("identity.enterprise.level");
    }

    int lookups() {
        return integer("identity.delegation.lookups");
    }

    Duration betweenReminders() {
        return Duration.ofHours(integer("identity.delegation.reminder"));
    }

    /** Sentences of the law for the pages, each with where it stands. */
    List<Said> law() {
        String endings = String.join("；", rules.list("identity.entrustment.end", today()));
        return List.of(
                said("identity.entrustment.form"),
                said("identity.entrustment.substitute"),
                new Said("有下列情形之一的，委托代理终止：" + endings + "。", basis("identity.entrustment.end")));
    }

    Said guardianship() {
        return said("identity.guardianship.basis");
    }

    record Said(String text, String basis) {}

    private Said said(String key) {
        return new Said(rules.text(key, today()), basis(key));
    }

    private String basis(String key) {
        return rules.parameter(key, today()).basis().text();
    }

    private int integer(String key) {
        return Math.toIntExact(rules.integer(key, today()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
