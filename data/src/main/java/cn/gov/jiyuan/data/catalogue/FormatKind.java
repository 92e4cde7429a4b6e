package cn.gov.jiyuan.data.catalogue;

/** In which form a resource is kept (信息资源格式). */
enum FormatKind {
    FILE("电子文件"),
    SHEET("电子表格"),
    DATABASE("数据库"),
    PICTURE("图形图像"),
    STREAM("流媒体"),
    SELF_DESCRIBING("自描述格式");

    private final String label;

    FormatKind(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
