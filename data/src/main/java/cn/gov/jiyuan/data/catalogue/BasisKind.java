package cn.gov.jiyuan.data.catalogue;

/** What kind of document forbids sharing (不予共享依据的类别); which of them suffice says the rule {@code catalogue.refusal.kinds}. */
enum BasisKind {
    LAW("法律"),
    REGULATION("行政法规"),
    CENTRAL_POLICY("党中央、国务院政策"),
    LOCAL_LAW("地方性法规"),
    RULES("规章"),
    DOCUMENT("规范性文件"),
    OTHER("其他");

    private final String label;

    BasisKind(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
