package cn.gov.jiyuan.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Which source a run has tested.
 *
 * @param revision short hash of the commit; “未知” outside of a repository
 * @param clean whether the source was that commit and nothing else
 */
record TestedSource(String day, String revision, boolean clean) {
    /** @param ended when the last test wrote its result */
    static TestedSource of(Path root, Instant ended) {
        String revision = git(root, "rev-parse", "--short", "HEAD");
        boolean clean = !revision.isEmpty()
                && git(root, "status", "--porcelain", "--untracked-files=no").isEmpty();
        return new TestedSource(
                LocalDate.ofInstant(ended, ZoneId.of("Asia/Shanghai")).toString(),
                revision.isEmpty() ? "未知" : revision,
                clean);
    }

    private static String git(Path root, String... words) {
        try {
            String[] command = new String[words.length + 1];
            command[0] = "git";
            System.arraycopy(words, 0, command, 1, words.length);
            Process process = new ProcessBuilder(command)
                    .directory(root.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? said : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
