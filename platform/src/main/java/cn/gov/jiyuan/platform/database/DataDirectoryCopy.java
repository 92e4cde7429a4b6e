package cn.gov.jiyuan.platform.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A physical copy of a data directory while the server works on it, by PostgreSQL's low-level interface ({@code
 * pg_backup_start}, {@code pg_backup_stop}): the files as they are, then the log that makes them consistent. A temporary
 * replication slot keeps the log until it is copied. What is left out is what PostgreSQL's manual says to leave out.
 */
final class DataDirectoryCopy {
    private static final Set<String> EMPTIED = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");
    private static final Set<String> LEFT_OUT = Set.of(
            "postmaster.pid",
            "postmaster.opts",
            "pg_internal.init",
            "current_logfiles",
            "backup_label.old",
            "tablespace_map.old");
    private static final Pattern START = Pattern.compile("START WAL LOCATION: \\S+ \\(file ([0-9A-F]{24})\\)");
    private static final Pattern SEGMENT = Pattern.compile("[0-9A-F]{24}");

    private final Path data;
    private final BackupArchive archive;
    private final String prefix;

    DataDirectoryCopy(Path data, BackupArchive archive, String prefix) {
        this.data = data;
        this.archive = archive;
        this.prefix = prefix;
    }

    /** Copies; all that was committed when this returns is in the copy, and possibly later rows. */
    void copy(Connection admin, Runnable beforeEnd) throws SQLException, IOException {
        try (Statement statement = admin.createStatement()) {
            statement.execute("SET idle_in_transaction_session_timeout = 0");
            statement.execute("SELECT pg_create_physical_replication_slot('backup_' || pg_backend_pid(), true, true)");
            statement.execute("SELECT pg_backup_start('jiyuan', fast => true)");
            copyFiles();
            beforeEnd.run();
            try (ResultSet stopped = statement.executeQuery("""
                    SELECT labelfile, spcmapfile, pg_walfile_name(lsn)
                      FROM pg_backup_stop(wait_for_archive => false)
                    """)) {
                stopped.next();
                String label = stopped.getString(1);
                archive.text(prefix + "/backup_label", label.getBytes(StandardCharsets.UTF_8));
                copyLog(firstSegment(label), stopped.getString(3));
            }
        }
    }

    private void copyFiles() throws IOException {
        Path control = data.resolve("global/pg_control");
        Files.walkFileTree(data, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                archive.folder(name(directory));
                boolean emptied = data.equals(directory.getParent()) && EMPTIED.contains(last(directory));
                return emptied || last(directory).startsWith("pgsql_tmp")
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!LEFT_OUT.contains(last(file)) && !last(file).startsWith("pgsql_tmp") && !file.equals(control)) {
                    archive.file(name(file), file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
                if (Files.exists(file)) {
                    throw problem;
                }
                return FileVisitResult.CONTINUE;
            }
        });
        archive.file(name(control), control);
    }

    private void copyLog(String first, String last) throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("pg_wal"))) {
            for (Path file : files.sorted().toList()) {
                String segment = last(file);
                boolean needed = SEGMENT.matcher(segment).matches()
                        && segment.compareTo(first) >= 0
                        && segment.compareTo(last) <= 0;
                if (needed || segment.endsWith(".history")) {
                    archive.file(name(file), file);
                }
            }
        }
        archive.folder(prefix + "/pg_wal/archive_status");
        archive.folder(prefix + "/pg_wal/summaries");
    }

    private static String firstSegment(String label) throws IOException {
        Matcher matcher = START.matcher(label);
        if (!matcher.find()) {
            throw new IOException("backup label without start: " + label);
        }
        return matcher.group(1);
    }

    private String name(Path path) {
        String inside = data.relativize(path).toString();
        return inside.isEmpty() ? prefix : prefix + "/" + inside;
    }

    private static String last(Path path) {
        return String.valueOf(path.getFileName());
    }
}
