package cn.gov.jiyuan.platform.federation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Rows that go back and come back (异常回写), and how they are closed. */
final class Returns {
    private final RowStore rows;
    private final AbnormalStore abnormals;

    Returns(RowStore rows, AbnormalStore abnormals) {
        this.rows = rows;
        this.abnormals = abnormals;
    }

    /** A row of ours came back. @return the row; empty if there is none or it had come back before */
    Optional<KeptRow> ofOurs(String peer, Abnormal abnormal) {
        Optional<KeptRow> row = rows.returned(peer, true, abnormal.tableRowGuid());
        row.ifPresent(found -> abnormals.insert(abnormal, found));
        return row;
    }

    /** A later row of the record was taken: what was open of it is done. */
    void corrected(String peer, boolean outgoing, String recordType, ExchangeRow row, Instant at) {
        abnormals.close(peer, outgoing, recordType, row.recordId(), row.rowGuid(), at);
    }

    Abnormal abnormal(BatchTaker.Returned returned, String batch, Instant at) {
        return new Abnormal(UUID.randomUUID(), returned.rowGuid(), batch, returned.errorType(), returned.message(), at);
    }
}
