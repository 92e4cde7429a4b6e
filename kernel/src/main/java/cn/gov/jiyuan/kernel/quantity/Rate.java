package cn.gov.jiyuan.kernel.quantity;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.error.KernelError;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * A rate that carries what it was computed from (比率). Nothing to divide by is “—”, neither 0 % nor 100 %.
 *
 * @param excluded how many the scope leaves out of both
 * @param asOf until when the data counts
 */
public record Rate(long numerator, long denominator, long excluded, Instant asOf) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Rate {
        if (numerator < 0 || denominator < 0 || excluded < 0) {
            throw new Fault(KernelError.BAD_RATE, "分子、分母和剔除数都不能是负数");
        }
        if (denominator == 0 && numerator > 0) {
            throw new Fault(KernelError.BAD_RATE, "分母为 0 而分子不为 0");
        }
    }

    public boolean isDefined() {
        return denominator > 0;
    }

    public OptionalDouble value() {
        return isDefined() ? OptionalDouble.of((double) numerator / denominator) : OptionalDouble.empty();
    }

    /**
     * 98.00%, or —. Rounded half up, but 100 % is said only when all, and 0 % only when none are meant.
     *
     * @param digits decimals
     */
    public String percent(int digits) {
        if (!isDefined()) {
            return "—";
        }
        BigDecimal exact = BigDecimal.valueOf(numerator).multiply(HUNDRED);
        BigDecimal shown = exact.divide(BigDecimal.valueOf(denominator), digits, RoundingMode.HALF_UP);
        if (numerator < denominator && shown.compareTo(HUNDRED) == 0) {
            shown = shown.subtract(shown.ulp());
        } else if (numerator > 0 && shown.signum() == 0) {
            shown = shown.ulp();
        }
        return shown.toPlainString() + "%";
    }

    /** With its parts: 98.0%（294/300）. */
    public String text() {
        return percent(1) + "（" + numerator + "/" + denominator + "）";
    }
}
