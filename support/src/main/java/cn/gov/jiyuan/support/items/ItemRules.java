package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.kernel.time.LegalTerm;

/** What the rules in force ask of an item (事项要素规则). */
@FunctionalInterface
interface ItemRules {
    /** The longest promise of an item that is done on the spot (即办件). */
    LegalTerm onTheSpot();
}
