package cn.gov.jiyuan.platform.rules;

/** How sure we are of a value (把握). */
public enum Confidence {
    /** Checked against the law or the standard. */
    SURE("已确定"),
    /** From experience; the city must confirm it. */
    UNSURE("待确认"),
    /** Our own proposal; no outside source. */
    DESIGN("设计口径");

    private final String label;

    Confidence(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
