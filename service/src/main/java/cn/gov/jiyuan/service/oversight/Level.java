package cn.gov.jiyuan.service.oversight;

/** How grave it is (预警类型). */
enum Level {
    /** Something may go wrong; it ends by itself when the matter moves on and costs nothing. */
    WARNING("黄预警"),
    YELLOW("黄牌"),
    RED("红牌");

    private final String label;

    Level(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    boolean isCard() {
        return this != WARNING;
    }
}
