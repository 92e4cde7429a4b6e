package cn.gov.jiyuan.data.exchange.collecting.capture;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.replication.LogSequenceNumber;
import org.postgresql.replication.PGReplicationStream;

/** The log of a database as a stream of messages. What was confirmed, the source may forget. */
public final class ChangeLog implements AutoCloseable {
    private final PGReplicationStream stream;

    public ChangeLog(PGReplicationStream stream) {
        this.stream = stream;
    }

    /** The next message; null if there is none at present. */
    public @Nullable LogMessage next() throws SQLException {
        ByteBuffer bytes = stream.readPending();
        return bytes == null ? null : PgOutput.read(bytes);
    }

    /** Everything before the position is kept for good here. */
    public void confirm(String position) throws SQLException {
        LogSequenceNumber number = LogSequenceNumber.valueOf(position);
        stream.setAppliedLSN(number);
        stream.setFlushedLSN(number);
        stream.forceUpdateStatus();
    }

    public static String text(long position) {
        return LogSequenceNumber.valueOf(position).asString();
    }

    public static long number(String position) {
        return LogSequenceNumber.valueOf(position).asLong();
    }

    @Override
    public void close() throws SQLException {
        stream.close();
    }
}
