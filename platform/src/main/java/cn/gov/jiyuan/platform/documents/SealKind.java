package cn.gov.jiyuan.platform.documents;

/**
 * Kinds of seals (印章类型). The numbers stand in the seal's {@code type}; GB/T 38540 leaves them to the issuer, these are
 * ours.
 */
public enum SealKind {
    /** 公章, 42 mm as for organs of the state. */
    OFFICIAL(1, 42, true, ""),
    /** 财务专用章. */
    FINANCE(2, 40, true, "财务专用章"),
    /** 合同专用章. */
    CONTRACT(3, 40, true, "合同专用章"),
    /** 行政审批专用章. */
    APPROVAL(4, 42, true, "行政审批专用章"),
    /** 法定代表人名章. */
    PERSONAL(5, 20, false, "");

    private final int type;
    private final int millimetres;
    private final boolean round;
    private final String label;

    SealKind(int type, int millimetres, boolean round, String label) {
        this.type = type;
        this.millimetres = millimetres;
        this.round = round;
        this.label = label;
    }

    public int type() {
        return type;
    }

    /** Diameter, or side of a square seal. */
    public int millimetres() {
        return millimetres;
    }

    boolean round() {
        return round;
    }

    /** The words below the star; empty if there are none. */
    String label() {
        return label;
    }
}
