package cn.gov.jiyuan.platform.records;

/** The order of a list: one column, then the key. Rows without a value come last either way. */
public record Order(String column, boolean descending) {
    public static Order ascending(String column) {
        return new Order(column, false);
    }

    public static Order descending(String column) {
        return new Order(column, true);
    }

    /** As it stands in the URL: {@code opened} or {@code -opened}. */
    @Override
    public String toString() {
        return (descending ? "-" : "") + column;
    }
}
