package cn.gov.jiyuan.platform.rules;

import cn.gov.jiyuan.kernel.quantity.Money;
import cn.gov.jiyuan.kernel.time.LegalTerm;
import java.math.BigDecimal;
import java.util.List;

/** The value of a parameter (取值). */
public sealed interface RuleValue {
    record Term(LegalTerm term) implements RuleValue {}

    record Whole(long number) implements RuleValue {}

    record Decimal(BigDecimal number) implements RuleValue {}

    record Text(String text) implements RuleValue {}

    record Texts(List<String> texts) implements RuleValue {
        public Texts {
            texts = List.copyOf(texts);
        }
    }

    record Amount(Money money) implements RuleValue {}

    /** As an official would write it. */
    default String text() {
        return switch (this) {
            case Term value -> value.term().text();
            case Whole value -> Long.toString(value.number());
            case Decimal value -> value.number().toPlainString();
            case Text value -> value.text();
            case Texts value -> String.join("、", value.texts());
            case Amount value -> BigDecimal.valueOf(value.money().fen(), 2).toPlainString() + " 元";
        };
    }
}
