package cn.gov.jiyuan.platform.records;

/** How far a column may be known (数据分级). */
public enum Classification {
    PUBLIC("公开"),
    INTERNAL("内部"),
    PERSONAL("个人信息"),
    SENSITIVE("敏感个人信息");

    private final String label;

    Classification(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether the column is shown masked until a permission and a purpose unmask it. */
    public boolean masked() {
        return this == PERSONAL || this == SENSITIVE;
    }
}
