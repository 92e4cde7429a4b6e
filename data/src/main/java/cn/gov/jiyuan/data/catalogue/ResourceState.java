package cn.gov.jiyuan.data.catalogue;

/** Where an entry stands (目录状态); the ids are the states of {@link ResourceType}. */
enum ResourceState {
    DRAFT("draft", "编制中"),
    SECRECY("secrecy", "部门保密审查"),
    REVIEW("review", "部门审核"),
    AUTHORITY("authority", "主管部门审核"),
    PUBLISHED("published", "已发布"),
    SUSPENDED("suspended", "已停用"),
    CANCELLED("cancelled", "已注销"),
    DISCARDED("discarded", "已撤销编制");

    private final String id;
    private final String label;

    ResourceState(String id, String label) {
        this.id = id;
        this.label = label;
    }

    String id() {
        return id;
    }

    String label() {
        return label;
    }
}
