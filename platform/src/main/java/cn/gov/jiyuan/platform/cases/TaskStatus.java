package cn.gov.jiyuan.platform.cases;

/** Where a task stands (任务状态). */
public enum TaskStatus {
    /** To be done; claimable as long as nobody holds it. For a copy: unread. */
    OPEN("待办"),
    /** Waits for add-signers or a joint sign. */
    SUSPENDED("等待加签、会签"),
    /** Done by its holder. For a copy: read. */
    DONE("已办"),
    /** No longer needed: the case moved on, or it was called off. */
    CANCELLED("已取消");

    private final String label;

    TaskStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    boolean isLive() {
        return this == OPEN || this == SUSPENDED;
    }
}
