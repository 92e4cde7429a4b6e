package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.kernel.time.LegalTerm;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Terms of different units made comparable, for the check that a promise stays within the law and for rates of
 * compression. Five workdays are seven days, a month 30, a year 365; deadlines of cases are never counted this way.
 */
final class TermLength {
    private TermLength() {}

    /** In natural days. */
    static BigDecimal days(LegalTerm term) {
        BigDecimal amount = BigDecimal.valueOf(term.amount());
        return switch (term.unit()) {
            case NATURAL_DAY -> amount;
            case WORKDAY ->
                amount.multiply(BigDecimal.valueOf(7)).divide(BigDecimal.valueOf(5), 2, RoundingMode.HALF_UP);
            case MONTH -> amount.multiply(BigDecimal.valueOf(30));
            case YEAR -> amount.multiply(BigDecimal.valueOf(365));
            case HOUR -> amount.divide(BigDecimal.valueOf(24), 2, RoundingMode.HALF_UP);
            case WORK_HOUR ->
                amount.multiply(BigDecimal.valueOf(7)).divide(BigDecimal.valueOf(40), 2, RoundingMode.HALF_UP);
        };
    }

    static boolean exceeds(LegalTerm one, LegalTerm other) {
        return one.unit() == other.unit()
                ? one.amount() > other.amount()
                : days(one).compareTo(days(other)) > 0;
    }

    /** As people read it; a term of nothing is “当场办结”. */
    static String text(LegalTerm term) {
        return term.amount() == 0 ? "当场办结" : term.text();
    }
}
