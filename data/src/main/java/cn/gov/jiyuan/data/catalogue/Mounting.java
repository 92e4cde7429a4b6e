package cn.gov.jiyuan.data.catalogue;

/** How far a resource and its dataset agree (挂接情况). */
enum Mounting {
    NONE("未挂接"),
    FITS("一致"),
    DIFFERS("不一致");

    private final String label;

    Mounting(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
