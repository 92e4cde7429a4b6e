package cn.gov.jiyuan.platform.cases;

/** How an add-sign stands to the work of the one who asks (加签方式). */
public enum Signing {
    /** They sign first; the task waits and comes back (前加签). */
    BEFORE("前加签"),
    /** They sign while the holder works on; the holder can act only when all have signed (并加签). */
    PARALLEL("并加签"),
    /** The holder signs now and hands the task on; the one added acts (后加签). */
    AFTER("后加签");

    private final String label;

    Signing(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
