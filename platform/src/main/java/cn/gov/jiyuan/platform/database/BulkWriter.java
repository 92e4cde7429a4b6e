package cn.gov.jiyuan.platform.database;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Collection;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Writes many rows into one table by COPY, in the caller's transaction and in constant memory. One writer at a time per
 * connection.
 */
public final class BulkWriter implements AutoCloseable {
    private static final int FLUSH = 1 << 18;
    private final DataSource dataSource;
    private final Connection connection;
    private final String target;
    private final boolean alone;
    private final Savepoint before;
    private final StringBuilder buffer = new StringBuilder(FLUSH + 4096);
    private long rows;
    private boolean ended;

    /** @param target table with its columns, {@code parties.person (id, name)} */
    public BulkWriter(DataSource dataSource, String target) {
        this.dataSource = dataSource;
        this.target = target;
        this.connection = DataSourceUtils.getConnection(dataSource);
        try {
            this.alone = connection.getAutoCommit();
            if (alone) {
                connection.setAutoCommit(false);
            }
            this.before = connection.setSavepoint();
        } catch (SQLException e) {
            DataSourceUtils.releaseConnection(connection, dataSource);
            throw new IllegalStateException(target, e);
        }
    }

    /**
     * One row: null, text, numbers, booleans, UUID, java.time values, byte arrays (bytea) and collections of text
     * (text[]); anything else by its {@code toString()}.
     */
    public void row(@Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                buffer.append('\t');
            }
            append(values[i]);
        }
        buffer.append('\n');
        if (buffer.length() > FLUSH) {
            flush();
        }
    }

    private void append(@Nullable Object value) {
        switch (value) {
            case null -> buffer.append("\\N");
            case byte[] bytes -> buffer.append("\\\\x").append(HexFormat.of().formatHex(bytes));
            case Collection<?> items -> appendArray(items);
            default -> escape(value.toString());
        }
    }

    private void appendArray(Collection<?> items) {
        StringBuilder array = new StringBuilder("{");
        for (Object item : items) {
            if (array.length() > 1) {
                array.append(',');
            }
            String text = item.toString().replace("\\", "\\\\").replace("\"", "\\\"");
            array.append('"').append(text).append('"');
        }
        escape(array.append('}').toString());
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> buffer.append("\\\\");
                case '\n' -> buffer.append("\\n");
                case '\r' -> buffer.append("\\r");
                case '\t' -> buffer.append("\\t");
                case '\0' -> throw new IllegalArgumentException("NUL in text");
                default -> buffer.append(c);
            }
        }
    }

    /** No COPY stays open between two rows: whoever makes them may need the same connection, to read a key for example. */
    private void flush() {
        if (buffer.isEmpty()) {
            return;
        }
        byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
        buffer.setLength(0);
        try {
            rows += connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + target + " from stdin", new ByteArrayInputStream(bytes));
        } catch (SQLException | IOException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    /** Keeps what was written, within the caller's transaction if there is one; the number of rows. */
    public long end() {
        flush();
        try {
            connection.releaseSavepoint(before);
            if (alone) {
                connection.commit();
            }
            ended = true;
            return rows;
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    /** Takes all rows back unless {@link #end()} was called. */
    @Override
    public void close() {
        try {
            if (!ended) {
                connection.rollback(before);
            }
            if (alone) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException(e));
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }
}
