package cn.gov.jiyuan.data.catalogue;

/**
 * Where a resource and its dataset differ (目录数据差异).
 *
 * @param column column name @param item what the catalogue says @param dataset what the dataset has
 */
record Difference(Kind kind, String column, String item, String dataset) {
    /** Kinds of difference. */
    enum Kind {
        MISSING("缺项"),
        EXTRA("多项"),
        TITLE("名称不同"),
        TYPE("类型不同");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** “缺项：证件号码（id_no）”. */
    String text() {
        return switch (kind) {
            case MISSING -> "缺项：" + item + "（" + column + "）";
            case EXTRA -> "多项：" + dataset + "（" + column + "）";
            case TITLE, TYPE -> kind.label + "：" + column + "，目录为" + item + "，数据集为" + dataset;
        };
    }
}
