package cn.gov.jiyuan.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One database of {@link TestPostgres} with what a test needs to work on it. */
public final class TestDatabase implements AutoCloseable {
    private final String name;
    private final String url;
    private final String password;
    private final HikariDataSource pool;
    private final JdbcClient jdbc;
    private final JdbcTransactionManager transactionManager;
    private final TransactionTemplate transactions;

    TestDatabase(String name, PostgresAccess access) {
        this.name = name;
        url = access.url(name);
        password = access.password();
        pool = TestPostgres.pool(url, password);
        jdbc = JdbcClient.create(pool);
        transactionManager = new JdbcTransactionManager(pool);
        transactions = new TransactionTemplate(transactionManager);
    }

    public DataSource dataSource() {
        return pool;
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    public TransactionTemplate transactions() {
        return transactions;
    }

    public JdbcTransactionManager transactionManager() {
        return transactionManager;
    }

    public String url() {
        return url;
    }

    public String user() {
        return PostgresAccess.USER;
    }

    public String password() {
        return password;
    }

    /** Drops the database. */
    @Override
    public void close() {
        pool.close();
        TestPostgres.asAdmin("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }
}
