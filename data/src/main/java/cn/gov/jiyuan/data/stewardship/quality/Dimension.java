package cn.gov.jiyuan.data.stewardship.quality;

/** The six dimensions of the quality of data (GB/T 36344-2018). */
public enum Dimension {
    CONFORMITY("规范性"),
    COMPLETENESS("完整性"),
    ACCURACY("准确性"),
    CONSISTENCY("一致性"),
    TIMELINESS("时效性"),
    ACCESSIBILITY("可访问性");

    private final String label;

    Dimension(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
