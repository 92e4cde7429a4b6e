package cn.gov.jiyuan.kernel.quantity;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.error.KernelError;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * An amount of money in yuan (金额), exact to the fen.
 *
 * @param fen may be negative
 */
public record Money(long fen) implements Comparable<Money> {
    public static final Money ZERO = new Money(0);
    /** ISO 4217. */
    public static final String CURRENCY = "CNY";

    private static final Pattern TEXT = Pattern.compile("-?\\d{1,15}(\\.\\d{1,2})?");

    public static Money ofFen(long fen) {
        return new Money(fen);
    }

    public static Money ofYuan(long yuan) {
        return new Money(Math.multiplyExact(yuan, 100L));
    }

    /**
     * Reads “1,234.5”, “¥1234.50”, “1234.50 元”.
     *
     * @throws Fault {@code kernel.bad-money}
     */
    public static Money parse(String text) {
        String number = text.replaceAll("[,，\\s¥￥元]", "");
        if (!TEXT.matcher(number).matches()) {
            throw new Fault(KernelError.BAD_MONEY, text);
        }
        return new Money(new BigDecimal(number).movePointRight(2).longValueExact());
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(fen, other.fen));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(fen, other.fen));
    }

    public Money times(long factor) {
        return new Money(Math.multiplyExact(fen, factor));
    }

    /** Times a factor, half a fen rounded away from zero (四舍五入). */
    public Money times(BigDecimal factor) {
        BigDecimal exact = BigDecimal.valueOf(fen).multiply(factor);
        return new Money(exact.setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    public boolean isNegative() {
        return fen < 0;
    }

    /** In yuan, with two decimals. */
    public BigDecimal yuan() {
        return BigDecimal.valueOf(fen, 2);
    }

    /** 1,234.50 元. */
    public String text() {
        return String.format("%,.2f 元", yuan());
    }

    /** 壹仟贰佰叁拾肆元伍角整. */
    public String capitals() {
        return MoneyCapitals.of(fen);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }
}
