package cn.gov.jiyuan.contracts.items;

/** State of a version of an item (版本状态). */
public enum VersionState {
    DRAFT("编制中"),
    REVIEW("部门初审"),
    LEGAL_REVIEW("法制审核"),
    APPROVED("待发布"),
    PUBLISHED("已发布"),
    SUPERSEDED("已被新版替代"),
    CANCELLED("已取消");

    private final String label;

    VersionState(String label) {
        this.label = label;
    }

    /** Whether it was never published. */
    public boolean internal() {
        return this == DRAFT || this == REVIEW || this == LEGAL_REVIEW || this == APPROVED;
    }

    public String label() {
        return label;
    }
}
