package cn.gov.jiyuan.data.opendata.release;

import cn.gov.jiyuan.contracts.catalogue.OpenType;
import cn.gov.jiyuan.contracts.catalogue.UpdateCycle;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dataset that is, was or shall be open (开放数据集, DCAT Dataset).
 *
 * @param id its case has the same
 * @param identifier in addresses and as CKAN name
 * @param source dataset of the hub that it is taken from
 * @param version number of the version in force; 0 before the first release
 * @param nextDue last day of the present period of its cycle
 */
public record OpenDataset(
        UUID id,
        String identifier,
        String number,
        String resourceCode,
        int resourceVersion,
        String source,
        String title,
        String description,
        Theme theme,
        List<String> keywords,
        UUID unitId,
        String unitCode,
        String unitName,
        OpenType openType,
        Licence licence,
        UpdateCycle cycle,
        @Nullable LocalDate temporalFrom,
        @Nullable LocalDate temporalTo,
        String state,
        int version,
        @Nullable Instant issued,
        @Nullable Instant modified,
        @Nullable LocalDate nextDue,
        @Nullable Instant stoppedAt,
        String stopReason,
        boolean demo) {
    private static final Set<String> OFFERED = Set.of("published", "expired", "releasing");

    /** Whether the public gets it now. */
    public boolean offered() {
        return version > 0 && stoppedAt == null && OFFERED.contains(state);
    }

    /** Whether the public got it once and must be told that it is gone. */
    public boolean gone() {
        return version > 0 && stoppedAt != null;
    }

    public boolean isConditional() {
        return openType == OpenType.CONDITIONAL;
    }

    public boolean isLate() {
        return state.equals("expired");
    }
}
