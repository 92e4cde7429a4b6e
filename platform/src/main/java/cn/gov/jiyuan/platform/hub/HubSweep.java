package cn.gov.jiyuan.platform.hub;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.jobs.RecurringWork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Clears away versions that nobody reads any more, and what batches left that died on their way. */
final class HubSweep implements RecurringWork {
    private static final int PORTION = 500;
    private static final Duration DEAD = Duration.ofDays(1);
    private final HubStore store;
    private final DataFolder folder;
    private final HubSettings settings;
    private final Clock clock;

    HubSweep(HubStore store, DataFolder folder, HubSettings settings, Clock clock) {
        this.store = store;
        this.folder = folder;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "hub.sweep";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(30);
    }

    @Override
    public boolean run() {
        List<Part> parts = store.forget(clock.instant().minus(settings.keep()), PORTION);
        for (Part part : parts) {
            folder.delete(part.path());
            store.delete(part);
        }
        try {
            sweepTheDead();
        } catch (IOException e) {
            throw Fault.caused(e, HubError.STORAGE, String.valueOf(e.getMessage()));
        }
        return parts.size() == PORTION;
    }

    /** By the time of the disk, which does not follow a clock that was set forward. */
    private void sweepTheDead() throws IOException {
        Path probe = Files.createTempFile(folder.root(), "now", "");
        Instant before = Files.getLastModifiedTime(probe).toInstant().minus(DEAD);
        Files.delete(probe);
        for (Path dataset : folders(folder.root())) {
            for (Path batch : folders(dataset)) {
                if (old(batch, before) && !named(batch)) {
                    folder.deleteFolder(batch);
                }
            }
        }
    }

    private boolean named(Path batch) {
        try {
            return store.known(UUID.fromString(String.valueOf(batch.getFileName())))
                    && !batch.startsWith(folder.scratch().getParent());
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    private static boolean old(Path path, Instant before) throws IOException {
        return Files.getLastModifiedTime(path).compareTo(FileTime.from(before)) < 0;
    }

    private static List<Path> folders(Path parent) throws IOException {
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory).toList();
        }
    }
}
