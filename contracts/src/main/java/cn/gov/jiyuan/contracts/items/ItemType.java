package cn.gov.jiyuan.contracts.items;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Types of government service items (事项类型), GB/T 39046 table A.1. */
public enum ItemType {
    LICENCE("01", "行政许可"),
    PENALTY("02", "行政处罚"),
    COERCION("03", "行政强制"),
    COLLECTION("04", "行政征收"),
    PAYMENT("05", "行政给付"),
    INSPECTION("06", "行政检查"),
    CONFIRMATION("07", "行政确认"),
    REWARD("08", "行政奖励"),
    ARBITRATION("09", "行政裁决"),
    OTHER_POWER("10", "其他行政权力"),
    PUBLIC_SERVICE("20", "公共服务");

    private final String code;
    private final String label;

    ItemType(String code, String label) {
        this.code = code;
        this.label = label;
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    /** Whether people apply for it, other than penalties and inspections, which supervision holds. */
    public boolean onApplication() {
        return switch (this) {
            case PENALTY, COERCION, COLLECTION, INSPECTION -> false;
            default -> true;
        };
    }

    public static Optional<ItemType> ofCode(@Nullable String code) {
        return Arrays.stream(values()).filter(t -> t.code.equals(code)).findFirst();
    }
}
