package cn.gov.jiyuan.platform.documents;

/** How a check ended. */
public enum Outcome {
    PASSED("通过"),
    FAILED("不通过"),
    /** Something needed for the check was not at hand; the document is then not called valid. */
    UNCHECKED("未能核验"),
    /** The document does not carry what would be checked, and need not. */
    ABSENT("未附");

    private final String label;

    Outcome(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
