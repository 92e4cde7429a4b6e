package cn.gov.jiyuan.data.stewardship.assets;

import java.util.UUID;

/** Where books, store and catalogue do not agree (盘点差异). */
record Difference(Kind kind, String assetNumber, String resource, String dataset, UUID unitId, String title) {
    enum Kind {
        NOT_STORED("账上有、库里无"),
        NOT_LISTED("账上有、目录无"),
        NOT_BOOKED("库里有、账上无"),
        LISTED_ONLY("目录有、账上无");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }
}
