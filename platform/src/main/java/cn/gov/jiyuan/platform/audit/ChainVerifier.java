package cn.gov.jiyuan.platform.audit;

import cn.gov.jiyuan.platform.keys.KeyVault;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Opens one snapshot of the trail and has it walked. */
final class ChainVerifier implements AuditVerifier {
    private final DataSource dataSource;
    private final KeyVault vault;

    ChainVerifier(DataSource dataSource, KeyVault vault) {
        this.dataSource = dataSource;
        this.vault = vault;
    }

    @Override
    public Report verify(@Nullable Anchor anchor) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set transaction isolation level repeatable read, read only");
                statement.execute("set local enable_sort = off");
                statement.execute("set local enable_seqscan = off");
                return walk(connection, anchor);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Report walk(Connection connection, @Nullable Anchor anchor) throws SQLException {
        Findings findings = new Findings();
        new Lanes(connection, findings).check();
        new KeptRowsCheck(connection, findings).check();
        try (Walk walk = new Walk(connection, vault, anchor, findings)) {
            return walk.toTheEnd();
        }
    }
}
