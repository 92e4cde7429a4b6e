package cn.gov.jiyuan.data.exchange.collecting;

import cn.gov.jiyuan.data.exchange.collecting.reading.FileFormat;
import cn.gov.jiyuan.platform.database.JiyuanHome;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The drop folder (投递目录): each active task of files has a folder of its code, in which large files are dropped. A file
 * that has rested for a while is moved aside under the number of its batch and collected from there. Beside
 * {@code a.csv} may lie {@code a.csv.batch} with {@code number}, {@code rows}, {@code sm3} and {@code asOf}.
 */
@Component
final class Drops {
    private static final Logger LOG = LoggerFactory.getLogger(Drops.class);
    private static final Duration REST = Duration.ofSeconds(30);
    private static final String NOTE = ".batch";
    private final TaskStore tasks;
    private final Batches batches;
    private final Path root;
    private final Clock clock;

    Drops(TaskStore tasks, Batches batches, JiyuanHome home, CollectingSettings settings, Clock clock) {
        this.tasks = tasks;
        this.batches = batches;
        Path told = settings.drops();
        this.root = (told == null ? home.root().resolve("drops") : told).toAbsolutePath().normalize();
        this.clock = clock;
    }

    Path folder(CollectTask task) {
        return root.resolve(task.code());
    }

    /** @return false: the next look comes soon enough */
    boolean look() {
        for (CollectTask task : tasks.files()) {
            try {
                Path folder = Files.createDirectories(folder(task));
                try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                    for (Path file : files) {
                        take(task, file);
                    }
                }
            } catch (IOException | RuntimeException e) {
                LOG.warn("The drop folder of task {} cannot be read", task.code(), e);
            }
        }
        return false;
    }

    private void take(CollectTask task, Path file) throws IOException {
        String name = file.getFileName().toString();
        BasicFileAttributes about =
                Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        boolean rested = about.lastModifiedTime().toInstant().plus(REST).isBefore(clock.instant());
        if (!about.isRegularFile() || !rested || FileFormat.named(name).isEmpty() || about.size() == 0) {
            return;
        }
        Properties note = new Properties();
        Path beside = file.resolveSibling(name + NOTE);
        if (Files.isRegularFile(beside, LinkOption.NOFOLLOW_LINKS)) {
            try (var in = Files.newBufferedReader(beside)) {
                note.load(in);
            }
        }
        String number = note.getProperty(
                "number",
                LocalDate.now(clock).format(DateTimeFormatter.BASIC_ISO_DATE) + "-" + name.replace('/', '-'));
        String rows = note.getProperty("rows", "");
        String asOf = note.getProperty("asOf", "");
        Batches.Declared declared = new Batches.Declared(
                number,
                rows.isBlank() ? null : Long.valueOf(rows.strip()),
                note.getProperty("sm3", ""),
                asOf.isBlank() ? LocalDate.ofInstant(about.lastModifiedTime().toInstant(), clock.getZone()) : LocalDate.parse(asOf.strip()));
        Path taken = Files.createDirectories(file.resolveSibling("taken"))
                .resolve(clock.instant().toEpochMilli() + "-" + name);
        Files.move(file, taken, StandardCopyOption.ATOMIC_MOVE);
        Files.deleteIfExists(beside);
        try {
            batches.dropped(task, taken.toString(), name, number.strip(), declared);
        } catch (RuntimeException e) {
            Files.move(taken, file, StandardCopyOption.ATOMIC_MOVE);
            throw e;
        }
    }
}
