package cn.gov.jiyuan.platform.files;

import cn.gov.jiyuan.platform.keys.Sm3;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Contents under their SM3 digest: {@code ab/cd/abcd…}. A content is written aside, forced to disk and renamed, so that a
 * file under its digest is always whole. Contents whose registration was rolled back stay; they harm nobody.
 */
final class ContentFolder {
    private final Path root;

    ContentFolder(Path root) throws IOException {
        this.root = root;
        Files.createDirectories(root.resolve("incoming"));
    }

    /** A content that was written aside. */
    record Incoming(Path path, long size, byte[] sm3) {}

    /** Reads at most one byte more than the limit; a size above the limit means that there is more. */
    Incoming receive(InputStream content, long limit) throws IOException {
        Path path = root.resolve("incoming").resolve(UUID.randomUUID().toString());
        Sm3 digest = new Sm3();
        long size = 0;
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[1 << 16];
            for (int n = content.read(buffer); n >= 0 && size <= limit; n = content.read(buffer)) {
                digest.update(buffer, 0, n);
                size += n;
                ByteBuffer portion = ByteBuffer.wrap(buffer, 0, n);
                while (portion.hasRemaining()) {
                    channel.write(portion);
                }
            }
            channel.force(true);
            return new Incoming(path, size, digest.finish());
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    void keep(Incoming incoming) throws IOException {
        Path target = pathOf(incoming.sm3());
        if (Files.exists(target) && Files.size(target) == incoming.size()) {
            Files.delete(incoming.path());
            return;
        }
        Files.createDirectories(target.getParent());
        Files.move(incoming.path(), target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel folder = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    void discard(Incoming incoming) throws IOException {
        Files.deleteIfExists(incoming.path());
    }

    InputStream open(byte[] sm3) throws IOException {
        return Files.newInputStream(pathOf(sm3));
    }

    /** True if the content is there and still has its digest. */
    boolean holds(byte[] sm3) throws IOException {
        if (!Files.exists(pathOf(sm3))) {
            return false;
        }
        Sm3 digest = new Sm3();
        try (InputStream in = open(sm3)) {
            in.transferTo(new OutputStream() {
                @Override
                public void write(int b) {
                    digest.update(new byte[] {(byte) b});
                }

                @Override
                public void write(byte[] bytes, int offset, int length) {
                    digest.update(bytes, offset, length);
                }
            });
        }
        return java.util.Arrays.equals(digest.finish(), sm3);
    }

    private Path pathOf(byte[] sm3) {
        String hex = HexFormat.of().formatHex(sm3);
        return root.resolve(hex.substring(0, 2)).resolve(hex.substring(2, 4)).resolve(hex);
    }
}
