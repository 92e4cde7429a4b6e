package cn.gov.jiyuan.platform.database;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.database.JiyuanHome.Part;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Writes everything of a home that cannot be made again into one file (备份): database, stored files, keys. The platform may
 * go on working. The file holds the keys too, so that only its owner may read it.
 */
final class Backup {
    static final String POSTGRES = "postgres";
    static final String DATA = "postgres/data";
    static final String CONNECTION = "postgres/connection.properties";

    private final JiyuanHome home;
    private final boolean external;

    private final Runnable beforeEnd;

    Backup(JiyuanHome home, boolean external) {
        this(home, external, () -> {});
    }

    /** @param beforeEnd called when the files are copied and the backup is about to be ended */
    Backup(JiyuanHome home, boolean external, Runnable beforeEnd) {
        this.home = home;
        this.external = external;
        this.beforeEnd = beforeEnd;
    }

    /**
     * Writes the backup; the name appears when it is complete.
     *
     * @throws Fault if the file exists already, the database cannot be reached or the disk is full
     */
    BackupManifest write(Path file) {
        Path target = file.toAbsolutePath().normalize();
        Path half = target.resolveSibling(target.getFileName() + ".unfinished");
        if (Files.exists(target)) {
            throw new Fault(DatabaseError.BACKUP_FAILED, "文件 " + target + " 已存在");
        }
        try {
            BackupManifest manifest = writeTo(half);
            Files.move(half, target);
            return manifest;
        } catch (IOException | SQLException e) {
            throw Fault.caused(e, DatabaseError.BACKUP_FAILED, String.valueOf(e.getMessage()));
        } finally {
            half.toFile().delete();
        }
    }

    private BackupManifest writeTo(Path half) throws IOException, SQLException {
        Files.deleteIfExists(half);
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(
                        half,
                        options,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                OutputStream out = Channels.newOutputStream(channel);
                BackupArchive archive = new BackupArchive(out)) {
            if (!external) {
                database(archive);
            }
            // After the database: every file and key that a copied row names is there.
            files(archive, Part.FILES, "files");
            files(archive, Part.HUB, "hub");
            keys(archive);
            BackupManifest manifest = archive.finish();
            channel.force(true);
            return manifest;
        }
    }

    /** Of the running platform, or of a server started for the purpose. */
    private void database(BackupArchive archive) throws IOException, SQLException {
        if (HomeLock.taken(home.postgres())) {
            copy(archive, PostgresAccess.read(EmbeddedPostgres.remembered(home)));
        } else {
            try (EmbeddedPostgres server = EmbeddedPostgres.start(home, Map.of())) {
                copy(archive, server.access());
            }
        }
    }

    private void copy(BackupArchive archive, PostgresAccess access) throws IOException, SQLException {
        try (Connection admin = access.admin("postgres")) {
            new DataDirectoryCopy(home.postgres().resolve("data"), archive, DATA).copy(admin, beforeEnd);
        }
        archive.file(CONNECTION, EmbeddedPostgres.remembered(home));
    }

    private void files(BackupArchive archive, Part part, String name) throws IOException {
        Path place = home.place(part);
        if (home.outside(part) && !Files.isDirectory(place)) {
            throw new Fault(DatabaseError.BACKUP_FAILED, "设置指定的目录 " + place + " 不存在");
        }
        folder(archive, name, place, path -> !path.startsWith(place.resolve("scratch")));
    }

    /** The master key goes to its usual place in the backup, wherever it lies. */
    private void keys(BackupArchive archive) throws IOException {
        Path master = home.place(Part.MASTER_KEY);
        Path usual = home.keys().resolve("master.key");
        boolean elsewhere = !master.equals(usual);
        folder(archive, "keys", home.keys(), path -> !(elsewhere && path.equals(usual)));
        if (elsewhere) {
            if (!Files.isRegularFile(master)) {
                throw new Fault(DatabaseError.BACKUP_FAILED, "设置指定的主密钥文件 " + master + " 不存在，没有它备份无法使用");
            }
            archive.file("keys/master.key", master);
        }
    }

    private static void folder(BackupArchive archive, String name, Path folder, Predicate<Path> wanted)
            throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                archive.folder(name + "/" + folder.relativize(directory));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (wanted.test(file)) {
                    archive.file(name + "/" + folder.relativize(file), file);
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
    }
}
