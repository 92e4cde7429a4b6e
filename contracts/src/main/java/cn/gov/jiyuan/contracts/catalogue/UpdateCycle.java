package cn.gov.jiyuan.contracts.catalogue;

/** How often a resource is brought up to date (更新周期). */
public enum UpdateCycle {
    REAL_TIME("实时"),
    DAILY("每日"),
    WEEKLY("每周"),
    MONTHLY("每月"),
    QUARTERLY("每季度"),
    YEARLY("每年"),
    OTHER("其它");

    private final String label;

    UpdateCycle(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
