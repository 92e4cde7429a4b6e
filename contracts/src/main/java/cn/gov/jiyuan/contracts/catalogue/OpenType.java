package cn.gov.jiyuan.contracts.catalogue;

/** Whether a resource is open to the public (开放属性). */
public enum OpenType {
    UNCONDITIONAL("无条件开放"),
    CONDITIONAL("有条件开放"),
    NONE("不予开放");

    private final String label;

    OpenType(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
