package cn.gov.jiyuan.data.exchange.collecting;

import cn.gov.jiyuan.contracts.exchange.CollectedBatches;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds a batch by the number under which it was landed: code of the task, number of the batch and, of a table, the part. */
@Component
class CollectedBatchFinder implements CollectedBatches {
    private final BatchStore batches;

    CollectedBatchFinder(BatchStore batches) {
        this.batches = batches;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Collected> find(String dataset, String number) {
        int slash = number.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        String own = number.substring(slash + 1).replaceFirst("#[0-9]+$", "");
        return batches.landed(dataset, number.substring(0, slash), own)
                .map(batch -> new Collected(
                        batch.taskName(),
                        batch.number(),
                        batch.fileName(),
                        batch.counts().digest(),
                        batch.counts().in(),
                        batch.startedName(),
                        Objects.requireNonNullElse(batch.endedAt(), batch.startedAt())));
    }
}
