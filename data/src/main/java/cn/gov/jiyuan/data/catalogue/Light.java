package cn.gov.jiyuan.data.catalogue;

/** Whether data come as often as promised (更新灯). */
enum Light {
    NONE("不巡检"),
    GREEN("正常"),
    YELLOW("黄"),
    RED("红");

    private final String label;

    Light(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
