package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.contracts.items.ItemContent;
import cn.gov.jiyuan.contracts.items.ItemGuide;
import cn.gov.jiyuan.platform.cases.CaseView;

/** The situation that a matter keeps from its application (办件情形), and the terms that follow from it. */
final class ChosenSituation {
    static final String KEY = "situation";

    private ChosenSituation() {}

    static ItemContent.Terms terms(CaseView matter, ItemGuide guide) {
        ItemContent content = guide.content();
        Object code = matter.data().get(KEY);
        return content.terms(
                code == null
                        ? null
                        : content.situations().byCode(String.valueOf(code)).orElse(null));
    }
}
