package cn.gov.jiyuan.platform.cases;

import cn.gov.jiyuan.kernel.time.LegalTerm;

/**
 * A term together with the rule that states it.
 *
 * @param ruleKey key of the rule, or code of the item that promises it
 * @param ruleVersion version that holds for this case
 * @param basis legal basis as told to people, “《行政许可法》第四十二条”
 */
public record StatedTerm(LegalTerm term, String ruleKey, int ruleVersion, String basis) {}
