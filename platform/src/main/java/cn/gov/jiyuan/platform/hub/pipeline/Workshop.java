package cn.gov.jiyuan.platform.hub.pipeline;

import cn.gov.jiyuan.kernel.error.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * DuckDB with a folder of its own (加工车间), in which a run keeps what is not yet a dataset. Files are written under a key that
 * lives as long as the run; what a killed run left cannot be read by anybody and is removed by the next.
 */
public final class Workshop implements AutoCloseable {
    private static final String KEY = "run";
    private final Path folder;
    private final Connection connection;
    private final StepStore steps;
    private final Dialect dialect;
    private final String key;

    private Workshop(Path folder, Connection connection, Dialect dialect, String key) {
        this.folder = folder;
        this.connection = connection;
        this.steps = new StepStore(connection);
        this.dialect = dialect;
        this.key = key;
    }

    /**
     * Opens an empty workshop.
     *
     * @param folder of nobody else; whatever lies there is removed
     * @param memory in MiB, at which work goes to disk
     * @param sealed whether files are encrypted
     */
    public static Workshop open(Path folder, int memory, boolean sealed) {
        clear(folder);
        try {
            Files.createDirectories(folder);
            Connection connection = DriverManager.getConnection("jdbc:duckdb:");
            Workshop workshop = new Workshop(folder, connection, new DuckDialect(sealed ? KEY : null), made());
            workshop.prepare(memory, sealed);
            return workshop;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw Fault.caused(e, PipelineError.STEP_FAILED, "打开引擎", String.valueOf(e.getMessage()));
        }
    }

    private void prepare(int memory, boolean sealed) throws SQLException {
        run("准备", "set autoinstall_known_extensions = false");
        run("准备", "set autoload_known_extensions = false");
        run("准备", "set memory_limit = '" + memory + "MiB'");
        run("准备", "set temp_directory = '" + path("spill") + "'");
        run("准备", "set preserve_insertion_order = false");
        if (sealed) {
            // Its random numbers only choose nonces, and the key is new for each run.
            run("准备", "set force_mbedtls_unsafe = true");
            run("准备", "set temp_file_encryption = true");
            run("准备", "pragma add_parquet_key('" + KEY + "', '" + key + "')");
        }
        CheckDigits.register(connection);
        for (String statement : dialect.prelude()) {
            run("准备", statement);
        }
    }

    private static String made() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    /** The key of this run's files. */
    String key() {
        return key;
    }

    public Dialect dialect() {
        return dialect;
    }

    /** The engine itself, for what a benchmark or a test adds to it. */
    public Connection connection() {
        return connection;
    }

    /** A place in the folder, as it is written in SQL. */
    public String path(String name) {
        return folder.resolve(name).toString().replace("'", "''");
    }

    /** Makes a folder within. */
    void folder(String name) {
        try {
            Files.createDirectories(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param step what it is for, told when it fails */
    public void run(String step, String sql) {
        steps.run(step, sql);
    }

    /** All rows of a small result, by column. */
    public List<Map<String, @Nullable Object>> rows(String step, String sql) {
        return steps.rows(step, sql);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw StepStore.failed("关闭引擎", e);
        } finally {
            clear(folder);
        }
    }

    private static void clear(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
