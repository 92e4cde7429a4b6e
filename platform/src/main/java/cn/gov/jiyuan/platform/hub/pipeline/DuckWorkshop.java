package cn.gov.jiyuan.platform.hub.pipeline;

import static java.util.Objects.requireNonNull;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.hub.Engines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** DuckDB at work on the files of one run. Memory stays bounded by the largest bucket. */
public final class DuckWorkshop implements Workshop {
    private static final String KEY = "run";
    private final Path folder;
    private final Connection connection;
    private final StepStore steps;
    private final String key;
    private final boolean sealed;
    private final @Nullable Engines engines;

    private DuckWorkshop(Path folder, Connection connection, String key, boolean sealed, @Nullable Engines engines) {
        this.folder = folder;
        this.connection = connection;
        this.steps = new StepStore(connection);
        this.key = key;
        this.sealed = sealed;
        this.engines = engines;
    }

    /**
     * Opens an empty workshop that reads files only.
     *
     * @param folder of nobody else; whatever lies there is removed
     * @param memory in MiB, at which work goes to disk
     * @param sealed whether files are encrypted
     */
    public static DuckWorkshop open(Path folder, int memory, boolean sealed) {
        return open(folder, memory, sealed, null);
    }

    /** The same; snapshots are read with the help of the hub. */
    static DuckWorkshop open(Path folder, int memory, boolean sealed, @Nullable Engines engines) {
        WorkFolder.clear(folder);
        try {
            Files.createDirectories(folder);
            Connection connection = DriverManager.getConnection("jdbc:duckdb:");
            DuckWorkshop workshop = new DuckWorkshop(folder, connection, RunKey.make(), sealed, engines);
            workshop.prepare(memory);
            return workshop;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw Fault.caused(e, PipelineError.STEP_FAILED, "打开引擎", String.valueOf(e.getMessage()));
        }
    }

    private void prepare(int memory) throws SQLException {
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
        DuckFunctions.register(connection);
        for (String statement : DuckDialect.PRELUDE) {
            run("准备", statement);
        }
    }

    @Override
    public Dialect dialect() {
        return DuckDialect.INSTANCE;
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public int bucketsAtOnce() {
        return 1;
    }

    /** The engine itself, for what a benchmark or a test adds to it. */
    public Connection connection() {
        return connection;
    }

    /** A place in the folder, as it is written in SQL. */
    public String path(String name) {
        return quoted(folder.resolve(name));
    }

    private static String quoted(Path path) {
        return path.toString().replace("'", "''");
    }

    @Override
    public String take(String origin, Input input) {
        return switch (input) {
            case Input.OfSnapshot one -> {
                String view = "origin_" + origin;
                requireNonNull(engines, "reads files only").show(connection, view, one.snapshot());
                yield view;
            }
            case Input.OfCsv one -> csv(one.file());
        };
    }

    /** A table function over a CSV file. */
    static String csv(Path file) {
        return "read_csv('" + quoted(file)
                + "', header = true, all_varchar = true, delim = ',', quote = '\"', escape = '\"')";
    }

    @Override
    public void spread(String step, String select, String target, String part) {
        run(
                step,
                "copy (" + select + ") to '" + path(target)
                        + "' (format parquet, partition_by (bucket), overwrite_or_ignore true, filename_pattern '"
                        + part
                        + "_{i}'" + encryption() + ")");
    }

    @Override
    public void write(String step, String select, String target, String part) {
        try {
            Files.createDirectories(folder.resolve(target));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run(
                step,
                "copy (" + select + ") to '" + path(target + "/" + part + ".parquet")
                        + "' (format parquet, compression zstd" + encryption() + ")");
    }

    @Override
    public void keep(String step, String name, String select) {
        run(step, "create or replace temp table " + name + " as " + select);
    }

    @Override
    public String read(List<String> folders) {
        String key = sealed ? ", encryption_config = {footer_key: '" + KEY + "'}" : "";
        return folders.stream()
                .map(one -> "'" + path(one) + "/*.parquet'")
                .collect(Collectors.joining(
                        ", ", "read_parquet([", "], hive_partitioning = false, union_by_name = false" + key + ")"));
    }

    private String encryption() {
        return sealed ? ", encryption_config {footer_key: '" + KEY + "'}" : "";
    }

    /** @param step what it is for, told when it fails */
    public void run(String step, String sql) {
        steps.run(step, sql);
    }

    @Override
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
            WorkFolder.clear(folder);
        }
    }
}
