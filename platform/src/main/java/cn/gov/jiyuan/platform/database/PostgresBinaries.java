package cn.gov.jiyuan.platform.database;

import cn.gov.jiyuan.kernel.error.Fault;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/** The real PostgreSQL programs, carried in a jar and unpacked once per version. */
record PostgresBinaries(Path directory) {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresBinaries.class);
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

    /** The programs below {@code software}, unpacked when they are not there yet. Whole or not at all. */
    static PostgresBinaries unpacked(Path software) throws IOException {
        URL archive = PostgresBinaries.class.getResource(ARCHIVE);
        String machine = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        if (archive == null || !machine.matches("(?i)linux (amd64|x86_64)")) {
            throw new Fault(DatabaseError.NO_BINARIES, machine);
        }
        Path target = software.resolve("postgres-" + version(archive));
        if (!Files.isDirectory(target)) {
            Files.createDirectories(software);
            Path half = Files.createTempDirectory(software, "unpacking-");
            Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwxr-xr-x"));
            try {
                if (!unpackedByTar(archive, half)) {
                    unpack(archive, half);
                }
                Folders.moveUnlessThere(half, target);
            } finally {
                Folders.delete(half);
            }
        }
        return new PostgresBinaries(target);
    }

    String program(String name) {
        return directory.resolve("bin").resolve(name).toString();
    }

    /** The major version, as the server's own bootstrap file states it in its first line. */
    String majorVersion() throws IOException {
        try (Stream<String> lines = Files.lines(directory.resolve("share/postgresql/postgres.bki"))) {
            return lines.findFirst()
                    .orElse("")
                    .replaceFirst("^# PostgreSQL ", "")
                    .strip();
        }
    }

    /** The check sum in the jar's table of contents: costs nothing and differs with every version. */
    private static String version(URL archive) throws IOException {
        URLConnection connection = archive.openConnection();
        return connection instanceof JarURLConnection jar
                ? Long.toHexString(jar.getJarEntry().getCrc())
                : Long.toHexString(connection.getContentLengthLong());
    }

    /** The machine's own tar and xz, where they are, take a quarter of the time that a cold Java takes. */
    private static boolean unpackedByTar(URL archive, Path target) throws IOException {
        Process tar;
        try {
            tar = new ProcessBuilder(
                            "tar", "-xJp", "--no-same-owner", "--exclude=*.a", "-f", "-", "-C", target.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            return false;
        }
        try (InputStream packed = archive.openStream();
                OutputStream in = tar.getOutputStream()) {
            packed.transferTo(in);
        } catch (IOException e) {
            LOG.debug("tar closed its input", e);
        }
        try {
            if (tar.waitFor() == 0) {
                return true;
            }
        } catch (InterruptedException e) {
            tar.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        Folders.delete(target);
        makeFolder(target);
        return false;
    }

    private static void unpack(URL archive, Path target) throws IOException {
        try (InputStream raw = archive.openStream();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(raw, 1 << 16)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = Folders.inside(target, entry.getName());
                if (entry.getName().endsWith(".a")) {
                    continue;
                }
                if (entry.isDirectory()) {
                    makeFolder(path);
                } else if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    makeFolder(path.getParent());
                    Files.copy(tar, path, StandardCopyOption.REPLACE_EXISTING);
                    boolean program = (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(
                            path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }

    /** Readable for the user under whom the server runs, whatever the mask of ours is. */
    private static void makeFolder(@Nullable Path folder) throws IOException {
        if (folder != null && !Files.isDirectory(folder)) {
            makeFolder(folder.getParent());
            Files.createDirectory(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
