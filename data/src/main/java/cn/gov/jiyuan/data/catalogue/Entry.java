package cn.gov.jiyuan.data.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the catalogue (目录条目) without its content.
 *
 * @param id its case has the same
 * @param version the one published, 0 if there is none
 * @param originBatch number of the import or census from which it came, empty if none
 */
record Entry(
        UUID id,
        String code,
        String classCode,
        UUID unitId,
        String unitCode,
        String unitName,
        String uscc,
        String areaCode,
        String name,
        String state,
        int version,
        @Nullable LocalDate publishedOn,
        @Nullable String dataset,
        Mounting mounting,
        @Nullable Instant lastBatchAt,
        Light light,
        Origin origin,
        String originBatch,
        boolean demo) {

    boolean published() {
        return version > 0 && !state.equals("suspended") && !state.equals("cancelled");
    }

    String stateLabel() {
        for (ResourceState one : ResourceState.values()) {
            if (one.id().equals(state)) {
                return one.label();
            }
        }
        return state;
    }
}
