package cn.gov.jiyuan.data.opendata.release;

/** What a column means for people's privacy (列的角色). */
public enum ColumnRole {
    PLAIN("一般"),
    /** Tells who somebody is together with others. */
    QUASI("准标识符"),
    SENSITIVE("敏感属性"),
    /** Counts people or cases; small counts are hidden. */
    COUNT("计数"),
    /** Tells who somebody is by itself. */
    IDENTIFIER("直接标识符");

    private final String label;

    ColumnRole(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
