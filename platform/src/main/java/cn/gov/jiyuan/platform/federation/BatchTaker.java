package cn.gov.jiyuan.platform.federation;

import java.util.List;
import java.util.UUID;

/** Takes the batches of one record type that peers send (批次接收); a bean of this type is found by it. */
public interface BatchTaker {
    String recordType();

    /**
     * Takes the rows in their order, in the transaction that records the batch. It may be called again for the same batch
     * after a crash. An exception leaves the batch with the sender, who tries again.
     *
     * @return rows that are not accepted; all others are
     */
    List<Returned> take(Peer from, Batch batch);

    /** A row that is not accepted. @param errorType one word for programs @param message one sentence for whoever corrects it */
    record Returned(UUID rowGuid, String errorType, String message) {}
}
