package cn.gov.jiyuan.platform.rules;

import java.time.Clock;
import java.time.LocalDate;

/**
 * Rules as sentences say them (规则用语), “10 个工作日”, so that no page promises a term that no longer holds. Templates name it
 * {@code @ruleTexts}.
 */
public final class RuleTexts {
    private final Rules rules;
    private final Clock clock;

    RuleTexts(Rules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /** What the rule says today; throws what {@link Rules} throws. */
    public String of(String key) {
        return rules.parameter(key, LocalDate.now(clock)).value().text();
    }

    /** Where it says so, “按《中华人民共和国行政许可法》第四十四条”. */
    public String basis(String key) {
        return rules.parameter(key, LocalDate.now(clock)).basis().text();
    }
}
