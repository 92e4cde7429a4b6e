package cn.gov.jiyuan.data.catalogue;

import cn.gov.jiyuan.platform.hub.DataType;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Types of items (信息项数据类型) with the letters of the guide and the types of the hub that hold them. */
enum ItemType {
    C("字符型", Set.of(DataType.TEXT)),
    N("数值型", Set.of(DataType.INTEGER, DataType.DECIMAL)),
    Y("货币型", Set.of(DataType.DECIMAL, DataType.INTEGER)),
    D("日期型", Set.of(DataType.DATE)),
    T("日期时间型", Set.of(DataType.MOMENT)),
    L("逻辑型", Set.of(DataType.FLAG)),
    M("备注型", Set.of(DataType.TEXT)),
    G("通用型", Set.of(DataType.TEXT)),
    B("双精度型", Set.of(DataType.DECIMAL)),
    I("整型", Set.of(DataType.INTEGER)),
    F("浮点型", Set.of(DataType.DECIMAL));

    private final String label;
    private final Set<DataType> holders;

    ItemType(String label, Set<DataType> holders) {
        this.label = label;
        this.holders = holders;
    }

    String label() {
        return label;
    }

    boolean heldBy(DataType type) {
        return holders.contains(type);
    }

    /** The type in the hub that suits best. */
    DataType hub() {
        return switch (this) {
            case C, M, G -> DataType.TEXT;
            case I -> DataType.INTEGER;
            case N, Y, B, F -> DataType.DECIMAL;
            case D -> DataType.DATE;
            case T -> DataType.MOMENT;
            case L -> DataType.FLAG;
        };
    }

    /** By letter or by name. */
    static Optional<ItemType> of(String text) {
        return Arrays.stream(values())
                .filter(type ->
                        type.name().equalsIgnoreCase(text) || type.label.equals(text) || type.label.equals(text + "型"))
                .findFirst();
    }
}
