package cn.gov.jiyuan.bench;

import cn.gov.jiyuan.platform.database.Database;
import cn.gov.jiyuan.platform.database.JiyuanHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A durable embedded database of its own, gone when the benchmark ends. */
final class BenchDatabase implements AutoCloseable {
    private final Path folder;
    private final Database database;

    BenchDatabase() {
        try {
            folder = Files.createTempDirectory("jiyuan-bench-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        database = Database.forCommand(new JiyuanHome(folder));
    }

    DataSource dataSource() {
        return database.dataSource();
    }

    /** The settings on which durability rests, to be printed beside what was measured. */
    static String durability(JdbcTemplate jdbc) {
        return Stream.of("server_version", "fsync", "synchronous_commit", "full_page_writes", "shared_buffers")
                .map(name -> name + " " + jdbc.queryForObject("show " + name, String.class))
                .collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
        database.close();
        delete(folder);
    }

    /** Deletes a folder with all that is in it. */
    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
