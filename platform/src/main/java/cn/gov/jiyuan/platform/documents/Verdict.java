package cn.gov.jiyuan.platform.documents;

/** What is to be thought of a document as a whole. */
public enum Verdict {
    /** Each seal passed each check. */
    VALID("有效"),
    /** Some check failed. */
    INVALID("无效"),
    /** Nothing failed, but something could not be checked. */
    UNDETERMINED("无法确认"),
    UNSEALED("未盖章");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
