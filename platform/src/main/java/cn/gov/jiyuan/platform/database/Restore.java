package cn.gov.jiyuan.platform.database;

import cn.gov.jiyuan.kernel.error.Fault;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Brings a backup back into an empty home (恢复), all or nothing: every digest is compared before anything gets its name,
 * then the database is started and every page and index of it is checked.
 */
final class Restore {
    /** What may be in a home that counts as empty, because it can be made again. */
    private static final Set<String> REMAKEABLE = Set.of("software", "log", "cache", "index");

    private final JiyuanHome home;

    Restore(JiyuanHome home) {
        this.home = home;
    }

    /**
     * Restores and checks.
     *
     * @return what the check found; nothing for a backup of an installation with an external database
     * @throws Fault if the home is not empty, or the file is damaged; then nothing is left behind
     */
    @Nullable
    DatabaseCheck from(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new Fault(DatabaseError.BACKUP_MISSING, file.toAbsolutePath().normalize());
        }
        try {
            refuseUnlessEmpty();
            Path half = home.root().resolve("restoring");
            Folders.delete(half);
            try {
                BackupManifest manifest = unpacked(file, half);
                DatabaseCheck check = manifest.holds(Backup.POSTGRES) ? checked(half) : null;
                publish(half);
                return check;
            } finally {
                Folders.delete(half);
            }
        } catch (EOFException e) {
            throw Fault.caused(e, DatabaseError.BACKUP_DAMAGED, "文件在结尾之前中断");
        } catch (IOException | SQLException e) {
            throw Fault.caused(e, DatabaseError.BACKUP_DAMAGED, String.valueOf(e.getMessage()));
        }
    }

    /** Says it in our words when the file is no archive at all. */
    private static InputStream unzipped(InputStream in) throws IOException {
        in.mark(2);
        boolean zipped = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        if (!zipped) {
            throw new IOException("这不是 ./jiyuan backup 生成的文件");
        }
        return new GzipCompressorInputStream(in);
    }

    private void refuseUnlessEmpty() throws IOException {
        try (Stream<Path> content = Files.list(home.root())) {
            boolean empty = content.map(path -> String.valueOf(path.getFileName()))
                    .allMatch(name -> REMAKEABLE.contains(name) || name.equals("restoring"));
            if (!empty) {
                throw new Fault(DatabaseError.HOME_NOT_EMPTY, home.root());
            }
        }
        Folders.delete(home.index());
    }

    private static BackupManifest unpacked(Path file, Path half) throws IOException {
        makeFolder(half);
        BackupManifest told = null;
        List<BackupManifest.Entry> found = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file);
                TarArchiveInputStream tar = new TarArchiveInputStream(
                        unzipped(new BufferedInputStream(in, 1 << 16)), StandardCharsets.UTF_8.name())) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isDirectory()) {
                    makeFolder(Folders.inside(half, entry.getName()));
                } else if (entry.getName().equals(BackupArchive.MANIFEST)) {
                    told = BackupManifest.parse(new String(tar.readAllBytes(), StandardCharsets.UTF_8));
                } else {
                    found.add(unpack(tar, entry, Folders.inside(half, entry.getName())));
                }
            }
        }
        if (told == null) {
            throw new EOFException("清单缺失");
        }
        told.compare(new BackupManifest(found));
        return told;
    }

    private static BackupManifest.Entry unpack(InputStream in, TarArchiveEntry entry, Path target) throws IOException {
        makeFolder(target.getParent());
        Files.createFile(target, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        MessageDigest digest = BackupManifest.digest();
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(target), digest)) {
            in.transferTo(out);
        }
        return new BackupManifest.Entry(HexFormat.of().formatHex(digest.digest()), entry.getSize(), entry.getName());
    }

    private static void makeFolder(@Nullable Path folder) throws IOException {
        if (folder != null) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    private DatabaseCheck checked(Path half) throws IOException, SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.startElsewhere(home, half.resolve(Backup.POSTGRES))) {
            return DatabaseCheck.of(server.access());
        }
    }

    private void publish(Path half) throws IOException {
        try (Stream<Path> parts = Files.list(half)) {
            for (Path part : parts.toList()) {
                Files.move(part, home.root().resolve(part.getFileName()));
            }
        }
    }
}
