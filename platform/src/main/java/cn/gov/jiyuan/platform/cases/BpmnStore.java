package cn.gov.jiyuan.platform.cases;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Makes the tables of Flowable in a schema of their own, when the first process is needed. */
final class BpmnStore {
    static final String SCHEMA = "bpmn";
    /** Any number, as long as all nodes take the same: "bpmn" in ASCII. */
    private static final long LOCK = 0x62706d6eL;

    private BpmnStore() {}

    /** Flowable's own scripts name no schema: they run once, on connections that look into ours. Nodes wait for each other. */
    static void createTables(DataSource dataSource) {
        try (Connection guard = dataSource.getConnection();
                Statement statement = guard.createStatement()) {
            statement.execute("select pg_advisory_lock(" + LOCK + ")");
            try {
                if (!isThere(statement)) {
                    statement.execute("create schema if not exists " + SCHEMA);
                    runScripts(dataSource);
                }
            } finally {
                statement.execute("select pg_advisory_unlock(" + LOCK + ")");
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("bpmn", e);
        }
    }

    private static boolean isThere(Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery("select to_regclass('bpmn.act_ge_property') is not null")) {
            return found.next() && found.getBoolean(1);
        }
    }

    private static void runScripts(DataSource dataSource) {
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(new LookingIntoSchema(dataSource));
        configuration.setDatabaseSchema(SCHEMA);
        configuration.setDatabaseSchemaUpdate("true");
        BpmnEngine.narrow(configuration);
        configuration.buildProcessEngine().close();
    }

    /** Connections that see only the schema of Flowable; they forget it when they go back to the pool. */
    private static final class LookingIntoSchema extends DelegatingDataSource {
        LookingIntoSchema(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            connection.setSchema(SCHEMA);
            return connection;
        }
    }
}
