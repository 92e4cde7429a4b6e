package cn.gov.jiyuan.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** What a running server says about itself in {@code postmaster.pid}: process id in line 1, state in line 8. */
record PostmasterFile(long processId, boolean ready) {
    private static final PostmasterFile NONE = new PostmasterFile(-1, false);

    static PostmasterFile read(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        List<String> lines;
        try {
            lines = Files.readString(file).lines().toList();
        } catch (NoSuchFileException notThere) {
            return NONE;
        }
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d+")) {
            return NONE;
        }
        return new PostmasterFile(
                Long.parseLong(lines.getFirst().strip()),
                lines.size() >= 8 && lines.get(7).strip().equals("ready"));
    }
}
