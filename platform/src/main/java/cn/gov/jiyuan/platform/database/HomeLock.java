package cn.gov.jiyuan.platform.database;

import cn.gov.jiyuan.kernel.error.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The right to be the only process that runs a server on this home; the kernel frees it when the process dies. */
record HomeLock(FileChannel channel) implements AutoCloseable {
    static HomeLock take(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean taken = false;
        try {
            taken = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            taken = false;
        } finally {
            if (!taken) {
                channel.close();
            }
        }
        if (!taken) {
            throw new Fault(DatabaseError.HOME_IN_USE, folder);
        }
        return new HomeLock(channel);
    }

    /** Whether a process runs on this home now. */
    static boolean taken(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (HomeLock free = take(folder)) {
            return !free.channel.isOpen();
        } catch (Fault e) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
