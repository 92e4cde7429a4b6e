package cn.gov.jiyuan.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/** Homes for tests, in memory where there is room, with the programs that all tests of the user share. */
public final class TestHome implements TempDirFactory {
    static final Path SOFTWARE = Path.of(System.getProperty("user.home"), ".cache", "jiyuan");

    public static JiyuanHome in(Path folder) throws IOException {
        Path root = folder.resolve("a home with blanks");
        Files.createDirectories(root);
        return new JiyuanHome(root, SOFTWARE);
    }

    /** Where tests keep data: in memory if there is at least 1 GB of it. */
    static Path parent() throws IOException {
        Path memory = Path.of("/dev/shm");
        boolean roomy = Files.isWritable(memory) && Files.getFileStore(memory).getUsableSpace() > 1L << 30;
        return roomy ? memory : Path.of(System.getProperty("java.io.tmpdir"));
    }

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context) throws IOException {
        return Files.createTempDirectory(
                parent(), "jiyuan-test-" + ProcessHandle.current().pid() + "-");
    }
}
