package cn.gov.jiyuan.data.catalogue;

/** What follows for the catalogue from a table found in a census (普查结论). */
enum Disposition {
    NEW("新增目录"),
    KNOWN("已有目录"),
    CHANGE("变更目录"),
    CANCEL("注销目录"),
    NONE("不编目");

    private final String label;

    Disposition(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
