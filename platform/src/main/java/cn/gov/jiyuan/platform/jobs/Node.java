package cn.gov.jiyuan.platform.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * This application node (节点).
 *
 * @param process new at each start: whoever holds a lease is a process, not a machine
 * @param name stays the same over restarts; two processes that share one home get two names
 * @param lock keeps the name while the process lives; the operating system frees it when the process dies
 */
public record Node(UUID process, String name, @Nullable FileChannel lock) {

    /** The first free node of a home folder. */
    public static Node in(Path home) {
        try {
            Path folder = Files.createDirectories(home.resolve("nodes"));
            for (int slot = 1; ; slot++) {
                Node node = at(folder.resolve("node-" + slot));
                if (node != null) {
                    return node;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Node at(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            return null;
        }
        Path identity = folder.resolve("name");
        if (!Files.exists(identity)) {
            Files.writeString(identity, UUID.randomUUID().toString());
        }
        return new Node(UUID.randomUUID(), Files.readString(identity).strip(), channel);
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Gives the name back. */
    public void release() throws IOException {
        if (lock != null) {
            lock.close();
        }
    }
}
