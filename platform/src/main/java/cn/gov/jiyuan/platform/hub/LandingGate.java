package cn.gov.jiyuan.platform.hub;

import java.util.List;
import java.util.Optional;

/**
 * Looks at a batch before it becomes visible (入库闸门). A bean of this type is asked for every batch; one reason is enough
 * to hold it back until a person releases or discards it.
 */
public interface LandingGate {
    /** Why the batch is to be held, in Chinese; empty if this gate lets it pass. */
    Optional<String> check(Dataset dataset, Facts facts);

    /**
     * What is known of the batch.
     *
     * @param rows rows of the batch
     * @param earlier row numbers of the last batches of the same mode that became visible, the newest first, at most 20
     */
    record Facts(String batch, Landing.Mode mode, long rows, List<Long> earlier) {}
}
