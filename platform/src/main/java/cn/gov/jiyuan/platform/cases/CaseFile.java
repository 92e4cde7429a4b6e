package cn.gov.jiyuan.platform.cases;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A case with everything that belongs to it (案卷). */
public record CaseFile(
        CaseView matter,
        List<ClockView> clocks,
        List<TimelineEntry> timeline,
        List<TaskView> tasks,
        List<EvidenceView> evidence,
        List<ActionOffer> offers,
        Chances chances) {
    /**
     * What the reader can do with the tasks now, as far as it depends on more than who holds them.
     *
     * @param claimable tasks that he may take
     * @param recall the step of his own that he may take back; null if none
     * @param straightBack who gets the case straight back after a return (直送); null if nobody
     */
    public record Chances(
            List<UUID> claimable,
            @Nullable String recall,
            @Nullable String straightBack) {}
}
