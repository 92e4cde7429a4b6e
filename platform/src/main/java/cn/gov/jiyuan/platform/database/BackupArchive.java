package cn.gov.jiyuan.platform.database;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/** A tar.gz that is being written, with the digest of each file; the list of digests becomes its last entry. */
final class BackupArchive implements AutoCloseable {
    static final String MANIFEST = "MANIFEST";

    private final TarArchiveOutputStream tar;
    private final List<BackupManifest.Entry> entries = new ArrayList<>();
    private final byte[] buffer = new byte[1 << 16];

    BackupArchive(OutputStream out) throws IOException {
        GzipParameters fast = new GzipParameters();
        fast.setCompressionLevel(Deflater.BEST_SPEED);
        tar = new TarArchiveOutputStream(
                new GzipCompressorOutputStream(new BufferedOutputStream(out, 1 << 16), fast),
                StandardCharsets.UTF_8.name());
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    }

    void folder(String name) throws IOException {
        tar.putArchiveEntry(new TarArchiveEntry(name + "/"));
        tar.closeArchiveEntry();
    }

    void text(String name, byte[] content) throws IOException {
        put(name, content.length, InputStream.nullInputStream(), content);
    }

    /**
     * Adds a file that may be changing: what it grows is left out, what it shrinks is filled with zeros (the database makes
     * both good from its log). A file that is gone is left out.
     */
    void file(String name, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            put(name, Files.size(file), in, new byte[0]);
        } catch (NoSuchFileException e) {
            // It was dropped while we came to it.
            return;
        }
    }

    BackupManifest finish() throws IOException {
        BackupManifest manifest = new BackupManifest(entries);
        byte[] content = manifest.text().getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(MANIFEST);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
        tar.finish();
        return manifest;
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }

    private void put(String name, long size, InputStream in, byte[] before) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(size);
        tar.putArchiveEntry(entry);
        MessageDigest digest = BackupManifest.digest();
        DigestOutputStream out = new DigestOutputStream(tar, digest);
        out.write(before);
        long left = size - before.length;
        while (left > 0) {
            int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (count < 0) {
                Arrays.fill(buffer, (byte) 0);
                count = (int) Math.min(buffer.length, left);
            }
            out.write(buffer, 0, count);
            left -= count;
        }
        tar.closeArchiveEntry();
        entries.add(new BackupManifest.Entry(HexFormat.of().formatHex(digest.digest()), size, name));
    }
}
