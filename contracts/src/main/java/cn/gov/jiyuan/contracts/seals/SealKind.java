package cn.gov.jiyuan.contracts.seals;

/** Kinds of seals (印章类型). */
public enum SealKind {
    OFFICIAL("公章"),
    APPROVAL("行政审批专用章"),
    FINANCE("财务专用章"),
    CONTRACT("合同专用章"),
    PERSONAL("法定代表人名章");

    private final String label;

    SealKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
