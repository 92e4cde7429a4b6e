package cn.gov.jiyuan.support.identity;

/** How a guardian is related to his ward (监护关系), 民法典第二十七条. */
enum Kinship {
    FATHER("父亲"),
    MOTHER("母亲"),
    APPOINTED("其他依法确定的监护人");

    private final String label;

    Kinship(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
