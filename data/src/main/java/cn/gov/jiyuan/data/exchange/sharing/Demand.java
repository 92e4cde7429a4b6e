package cn.gov.jiyuan.data.exchange.sharing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a unit needs (需求清单); the same need of the same unit in one year is one demand, however often it is told. */
record Demand(
        UUID id,
        String number,
        int year,
        String title,
        UUID unitId,
        String unitName,
        List<String> items,
        String scene,
        @Nullable UUID providerUnitId,
        @Nullable String resourceCode,
        Standing standing,
        String answer,
        @Nullable BasisKind basisKind,
        @Nullable String basis,
        @Nullable LocalDate promisedOn,
        String feedback,
        @Nullable Boolean satisfied,
        int asked,
        @Nullable Instant grantedAt,
        @Nullable Instant metAt,
        boolean demo) {
    /** Where a demand stands. */
    enum Standing {
        OPEN("待响应"),
        ANSWERED("已响应"),
        /** Refused with a basis in law: left out of the rate. */
        EXCLUDED("依法不予共享"),
        /** Granted, but no call has worked yet. */
        GRANTED("已授权未调通"),
        MET("已满足");

        private final String label;

        Standing(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** On what a refusal may rest; anything less is no basis. */
    enum BasisKind {
        LAW("法律"),
        REGULATION("行政法规"),
        POLICY("党中央、国务院政策");

        private final String label;

        BasisKind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** One normal form of a title, by which the same need is known again. */
    static String same(String title) {
        return title.replaceAll("[\\s\\p{Punct}，。、；：“”‘’（）《》·]", "").toLowerCase(java.util.Locale.ROOT);
    }
}
