package cn.gov.jiyuan.data.exchange.collecting;

/** Where a task takes its rows from (来源类别). */
enum SourceKind {
    FILE("文件"),
    TABLE("数据库表"),
    API("接口"),
    LOG("变更日志"),
    BACKFLOW("省级回流");

    private final String label;

    SourceKind(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** Somebody hands the rows in; the platform does not fetch them. */
    boolean handedIn() {
        return this == FILE || this == BACKFLOW;
    }
}
