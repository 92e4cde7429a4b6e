package cn.gov.jiyuan.kernel.area;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.error.KernelError;
import java.util.Optional;

/**
 * Code of an administrative area (行政区划代码): six digits of GB/T 2260 down to the county, nine to the town and twelve to
 * the village in the statistical code. Always in its shortest form. 济源 is 419001 directly under the province 410000:
 * where the third and fourth digit are 90 there is no prefecture between.
 *
 * @param value six, nine or twelve digits
 */
public record AreaCode(String value) implements Comparable<AreaCode> {
    /** 济源. */
    public static final AreaCode JIYUAN = new AreaCode("419001");

    public AreaCode {
        if (!value.matches("[1-8][1-7][0-9]{4}|[1-8][1-7][0-9]{7}|[1-8][1-7][0-9]{10}")) {
            throw new Fault(KernelError.BAD_AREA_CODE, value, "应为 6、9 或 12 位数字，前两位为省级代码");
        }
        if (value.length() > 6 && value.endsWith("000")) {
            throw new Fault(KernelError.BAD_AREA_CODE, value, "末三位为 000 时应写成较短的代码");
        }
    }

    /**
     * Reads six, nine or twelve digits and shortens them: 419001001000 is 419001001.
     *
     * @throws Fault {@code kernel.bad-area-code}
     */
    public static AreaCode parse(String text) {
        String code = text.strip();
        while ((code.length() == 12 || code.length() == 9) && code.endsWith("000")) {
            code = code.substring(0, code.length() - 3);
        }
        return new AreaCode(code);
    }

    public AreaLevel level() {
        return switch (value.length()) {
            case 12 -> AreaLevel.VILLAGE;
            case 9 -> AreaLevel.TOWNSHIP;
            default -> levelOfSix();
        };
    }

    private AreaLevel levelOfSix() {
        if (value.endsWith("0000")) {
            return AreaLevel.PROVINCE;
        }
        return value.endsWith("00") ? AreaLevel.PREFECTURE : AreaLevel.COUNTY;
    }

    /** The area of which this one is a part; empty for a province. */
    public Optional<AreaCode> parent() {
        return switch (level()) {
            case VILLAGE -> Optional.of(new AreaCode(value.substring(0, 9)));
            case TOWNSHIP -> Optional.of(new AreaCode(value.substring(0, 6)));
            case COUNTY -> Optional.of(isDirectlyUnderProvince() ? province() : prefecture());
            case PREFECTURE -> Optional.of(province());
            case PROVINCE -> Optional.empty();
        };
    }

    private boolean isDirectlyUnderProvince() {
        return value.startsWith("90", 2);
    }

    private AreaCode prefecture() {
        return new AreaCode(value.substring(0, 4) + "00");
    }

    public AreaCode province() {
        return new AreaCode(value.substring(0, 2) + "0000");
    }

    /** Whether the other area is this one or lies in it. */
    public boolean contains(AreaCode other) {
        Optional<AreaCode> area = Optional.of(other);
        while (area.isPresent()) {
            if (area.get().equals(this)) {
                return true;
            }
            area = area.get().parent();
        }
        return false;
    }

    /** Twelve digits, filled up with zeros, as statistics writes it. */
    public String twelveDigits() {
        return value + "0".repeat(12 - value.length());
    }

    /** The nine digits of a town, filled up with zeros above it, as GB/T 39046 writes it. */
    public String nineDigits() {
        return twelveDigits().substring(0, 9);
    }

    @Override
    public int compareTo(AreaCode other) {
        return twelveDigits().compareTo(other.twelveDigits());
    }

    @Override
    public String toString() {
        return value;
    }
}
