package cn.gov.jiyuan.contracts.catalogue;

/** Whether a resource is shared among departments (共享类型), by number of the compilation guide of 2017. */
public enum SharingType {
    UNCONDITIONAL(1, "无条件共享"),
    CONDITIONAL(2, "有条件共享"),
    NONE(3, "不予共享");

    private final int number;
    private final String label;

    SharingType(int number, String label) {
        this.number = number;
        this.label = label;
    }

    public int number() {
        return number;
    }

    public String label() {
        return label;
    }
}
