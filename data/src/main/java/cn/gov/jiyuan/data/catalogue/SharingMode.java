package cn.gov.jiyuan.data.catalogue;

/** By which way a resource is handed over (共享方式). */
enum SharingMode {
    PLATFORM_TABLE("共享平台：数据库"),
    PLATFORM_FILE("共享平台：文件交换"),
    PLATFORM_API("共享平台：接口"),
    MAIL("邮件"),
    MEDIUM("介质");

    private final String label;

    SharingMode(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
