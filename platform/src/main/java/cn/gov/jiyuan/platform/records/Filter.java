package cn.gov.jiyuan.platform.records;

/** How a column may be filtered (筛选方式); each needs the index that serves it. */
public enum Filter {
    /** {@code column=value} */
    EQUALS,
    /** {@code column=in:a,b} */
    IN,
    /** {@code column=from..to}, both ends included, either may be left out. */
    RANGE,
    /** {@code column=prefix:begin} */
    PREFIX,
    /** {@code column=contains:part}; served by a GIN index on {@code records.grams(column)}. */
    CONTAINS,
    /** {@code column=is:empty} and {@code column=is:present} */
    EMPTY
}
