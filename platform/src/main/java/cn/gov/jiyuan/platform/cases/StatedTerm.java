package cn.gov.jiyuan.platform.cases;

import cn.gov.jiyuan.kernel.time.LegalTerm;
import cn.gov.jiyuan.platform.rules.Parameter;
import cn.gov.jiyuan.platform.rules.Rules;
import java.time.LocalDate;

/**
 * A term together with the rule that states it.
 *
 * @param ruleKey key of the rule, or code of the item that promises it
 * @param ruleVersion version that holds for this case
 * @param basis legal basis as told to people, “《行政许可法》第四十二条”
 */
public record StatedTerm(LegalTerm term, String ruleKey, int ruleVersion, String basis) {
    /** As the rule says that holds on a day; throws what {@link Rules} throws. */
    public static StatedTerm ruled(Rules rules, String key, LocalDate on) {
        Parameter rule = rules.parameter(key, on);
        return new StatedTerm(
                rules.term(key, on), key, rule.version(), rule.basis().text());
    }
}
