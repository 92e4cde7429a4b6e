package cn.gov.jiyuan.platform.hub.pipeline;

import cn.gov.jiyuan.kernel.error.Fault;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The statements of a run, each on its own: after an error the engine closes the statement it failed in. */
record StepStore(Connection connection) {
    /** @param step what it is for, told when it fails */
    void run(String step, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw failed(step, e);
        }
    }

    /** All rows of a small result, by column. */
    List<Map<String, @Nullable Object>> rows(String step, String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                Map<String, @Nullable Object> row = new LinkedHashMap<>();
                for (int i = 1; i <= columns; i++) {
                    row.put(found.getMetaData().getColumnLabel(i), found.getObject(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw failed(step, e);
        }
    }

    static Fault failed(String step, SQLException e) {
        return Fault.caused(e, PipelineError.STEP_FAILED, step, String.valueOf(e.getMessage()));
    }
}
