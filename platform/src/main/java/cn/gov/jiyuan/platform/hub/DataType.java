package cn.gov.jiyuan.platform.hub;

/** Types of columns of a dataset; what the engines store and what Java sees. */
public enum DataType {
    /** {@link String}. */
    TEXT("文本", "VARCHAR"),
    /** {@link Long}. */
    INTEGER("整数", "BIGINT"),
    /** {@link java.math.BigDecimal} with six decimals. */
    DECIMAL("小数", "DECIMAL(38,6)"),
    /** {@link java.time.LocalDate}. */
    DATE("日期", "DATE"),
    /** {@link java.time.LocalDateTime}, local time of the city. */
    MOMENT("日期时间", "TIMESTAMP"),
    /** {@link Boolean}. */
    FLAG("逻辑", "BOOLEAN");

    private final String label;
    private final String sql;

    DataType(String label, String sql) {
        this.label = label;
        this.sql = sql;
    }

    public String label() {
        return label;
    }

    /** The type's name in the SQL of the hub. */
    public String sql() {
        return sql;
    }
}
