package cn.gov.jiyuan.platform.hub;

import cn.gov.jiyuan.kernel.error.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** The folder of the data files: {@code <dataset>/<batch>/…}; batches that failed leave folders that nobody names. */
final class DataFolder {
    private static final String SCRATCH = "scratch";
    private final Path root;

    DataFolder(Path root) {
        this.root = root;
        made(root.resolve(SCRATCH));
    }

    Path root() {
        return root;
    }

    /** Where engines put what does not fit into memory. */
    Path scratch() {
        return root.resolve(SCRATCH).resolve(UUID.randomUUID().toString());
    }

    Path begin(String dataset, UUID batch) {
        return made(root.resolve(dataset).resolve(batch.toString()));
    }

    String absolute(String path) {
        return root.resolve(path).toString();
    }

    String relative(String path) {
        return root.relativize(Path.of(path)).toString();
    }

    /** Files and their folders are on the disk when this returns. */
    void force(Collection<Part> parts) {
        Set<Path> folders = new HashSet<>();
        for (Part part : parts) {
            Path file = root.resolve(part.path());
            force(file, StandardOpenOption.WRITE);
            for (Path folder = file.getParent();
                    folder != null && !folder.equals(root.getParent());
                    folder = folder.getParent()) {
                folders.add(folder);
            }
        }
        folders.forEach(folder -> force(folder, StandardOpenOption.READ));
    }

    void delete(String path) {
        try {
            Files.deleteIfExists(root.resolve(path));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    void deleteFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(
                        Path directory, @org.jspecify.annotations.Nullable IOException problem) throws IOException {
                    Files.deleteIfExists(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static void force(Path path, StandardOpenOption option) {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Fault failed(IOException e) {
        return Fault.caused(e, HubError.STORAGE, String.valueOf(e.getMessage()));
    }
}
