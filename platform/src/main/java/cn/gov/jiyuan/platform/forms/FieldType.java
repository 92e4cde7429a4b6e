package cn.gov.jiyuan.platform.forms;

/** What kind of answer a field takes (字段类型); decides its widget, its parsing and its check. */
public enum FieldType {
    TEXT,
    LONG_TEXT,
    INTEGER,
    NUMBER,
    /** Yuan with at most two decimals. */
    MONEY,
    /** Yes or no; with {@link Limits#mustAgree()} a declaration that has to be ticked. */
    BOOLEAN,
    CHOICE,
    CHOICES,
    DATE,
    CITIZEN_ID,
    USCC,
    PHONE,
    /** Ids of files kept by {@code platform.files}. */
    FILES,
    /** A small table: a list of objects whose columns are plain fields. */
    ROWS;

    /** Whether the answer is a list. */
    boolean isList() {
        return this == CHOICES || this == FILES || this == ROWS;
    }

    /** Whether the answer is a code or number, in which full-width characters mean the same as half-width ones. */
    boolean isNarrow() {
        return switch (this) {
            case INTEGER, NUMBER, MONEY, DATE, CITIZEN_ID, USCC, PHONE -> true;
            default -> false;
        };
    }
}
