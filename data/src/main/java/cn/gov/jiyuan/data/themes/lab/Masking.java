package cn.gov.jiyuan.data.themes.lab;

/** How far a workspace lets one look (脱敏级). */
enum Masking {
    DETAIL("明细"),
    MASKED("标识脱敏"),
    AGGREGATE("只见汇总");

    private final String label;

    Masking(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** The end of an identifier is enough to tell rows apart. */
    static String masked(String identifier) {
        return "****" + identifier.substring(Math.max(0, identifier.length() - 4));
    }
}
