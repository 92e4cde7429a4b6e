package cn.gov.jiyuan.platform.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Reads a query row by row with constant memory; the connection must be in a transaction. */
final class Cursor<T> implements AutoCloseable {
    private static final int FETCH = 1000;
    private final PreparedStatement statement;
    private final ResultSet rows;
    private final Reader<T> reader;
    private @Nullable T present;

    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    Cursor(Connection connection, String sql, Reader<T> reader) throws SQLException {
        this.reader = reader;
        statement = connection.prepareStatement(sql);
        statement.setFetchSize(FETCH);
        rows = statement.executeQuery();
        advance();
    }

    /** The row at which the cursor stands; null behind the last. */
    @Nullable
    T present() {
        return present;
    }

    void advance() throws SQLException {
        present = rows.next() ? reader.read(rows) : null;
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
