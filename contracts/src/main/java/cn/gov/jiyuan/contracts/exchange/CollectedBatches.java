package cn.gov.jiyuan.contracts.exchange;

import java.time.Instant;
import java.util.Optional;

/** The batches that were collected (归集批次), for who follows a row back to where it came from. */
public interface CollectedBatches {
    /** @param number number under which the batch was landed in the dataset */
    Optional<Collected> find(String dataset, String number);

    /**
     * What is known of a batch.
     *
     * @param task name of the task that collected it
     * @param file name of the file that was handed in; empty where rows were fetched from a database or an interface
     * @param digest SM3 of the file, empty without one
     * @param rows rows that were read
     */
    record Collected(String task, String number, String file, String digest, long rows, String by, Instant at) {}
}
