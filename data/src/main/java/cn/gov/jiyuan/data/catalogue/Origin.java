package cn.gov.jiyuan.data.catalogue;

/** How an entry came into the catalogue (来源). */
enum Origin {
    COMPILED("编制"),
    SHEET("表格导入"),
    SCHEMA("读取库表"),
    CENSUS("普查");

    private final String label;

    Origin(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
