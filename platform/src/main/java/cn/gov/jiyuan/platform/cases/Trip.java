package cn.gov.jiyuan.platform.cases;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * Several statements that go to the server together and come back together. A step of a case touches a dozen rows; one
 * trip for each costs more than the work on them. Each statement still sees what was committed when it itself began, so
 * one behind a {@code for update} reads what the lock waited for.
 */
final class Trip {
    private final StringJoiner sql = new StringJoiner("; ");
    private final List<@Nullable Object> values = new ArrayList<>();
    private final List<RowCallbackHandler> readers = new ArrayList<>();

    /** A statement without a result. */
    Trip write(String statement, @Nullable Object... arguments) {
        sql.add(statement);
        values.addAll(Arrays.asList(arguments));
        return this;
    }

    /** A query; a trip holds either queries or statements without a result. */
    Trip read(RowCallbackHandler reader, String query, @Nullable Object... arguments) {
        readers.add(reader);
        return write(query, arguments);
    }

    void send(JdbcTemplate jdbc) {
        if (readers.isEmpty()) {
            if (sql.length() > 0) {
                jdbc.update(sql.toString(), values.toArray());
            }
            return;
        }
        PreparedStatementCallback<Integer> reading = statement -> {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            statement.execute();
            for (RowCallbackHandler reader : readers) {
                try (ResultSet row = statement.getResultSet()) {
                    while (row.next()) {
                        reader.processRow(row);
                    }
                }
                statement.getMoreResults();
            }
            return readers.size();
        };
        jdbc.execute(sql.toString(), reading);
    }
}
