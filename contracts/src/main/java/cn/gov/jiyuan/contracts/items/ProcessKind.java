package cn.gov.jiyuan.contracts.items;

/** How an item is decided (办件类型). */
public enum ProcessKind {
    /** On the spot (即办件): the promise is 0 or 1 workday. */
    ON_THE_SPOT("即办件"),
    /** Within a promised term (承诺件). */
    PROMISED("承诺件"),
    /** On the applicant's declaration, checked afterwards (告知承诺). */
    ON_DECLARATION("告知承诺");

    private final String label;

    ProcessKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
