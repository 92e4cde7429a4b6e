package cn.gov.jiyuan.platform.feed;

import cn.gov.jiyuan.platform.jobs.RecurringWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feeds the projection of this node, which keeps its own cursor. How far unwanted entries were passed over is remembered
 * here; when the projection says that it stands elsewhere than before (rebuilt, or not saved), reading starts from there.
 */
final class OwnRun implements RecurringWork {
    private static final Logger LOG = LoggerFactory.getLogger(OwnRun.class);
    private final FeedConsumer consumer;
    private final String node;
    private final EntryStore entries;
    private final CursorStore cursors;
    private final Clock clock;
    private final BackOff backOff;
    private Position read = Position.START;
    private long told = -1;
    private int attempts;
    private Instant retryAt = Instant.MIN;
    private boolean oneByOne;

    OwnRun(FeedConsumer consumer, String node, EntryStore entries, CursorStore cursors, Clock clock, BackOff backOff) {
        this.consumer = consumer;
        this.node = node;
        this.entries = entries;
        this.cursors = cursors;
        this.clock = clock;
        this.backOff = backOff;
    }

    @Override
    public String name() {
        return "feed." + consumer.name();
    }

    @Override
    public boolean leased() {
        return false;
    }

    @Override
    public Duration pause() {
        return SharedRun.PAUSE;
    }

    @Override
    public boolean run() {
        long position = consumer.position();
        if (position != told) {
            told = position;
            read = position == 0
                    ? Position.START
                    : entries.find(position).map(Placed::position).orElse(Position.START);
        }
        if (retryAt.isAfter(clock.instant())) {
            return false;
        }
        List<Placed> batch = entries.after(read, oneByOne ? 1 : SharedRun.BATCH);
        if (batch.isEmpty()) {
            oneByOne = false;
            return false;
        }
        return taken(batch);
    }

    private boolean taken(List<Placed> batch) {
        Set<Long> parked = cursors.parkedOn(consumer.name(), node);
        List<FeedConsumer.Entry> wanted = batch.stream()
                .map(Placed::entry)
                .filter(entry -> consumer.wants(entry.topic()) && !parked.contains(entry.sequence()))
                .toList();
        try {
            if (!wanted.isEmpty()) {
                consumer.accept(wanted);
            }
        } catch (RuntimeException e) {
            return blamed(batch, e);
        }
        attempts = 0;
        read = batch.getLast().position();
        told = consumer.position();
        return true;
    }

    private boolean blamed(List<Placed> batch, RuntimeException failure) {
        if (batch.size() > 1) {
            oneByOne = true;
            return true;
        }
        attempts++;
        Instant now = clock.instant();
        if (attempts < backOff.attempts()) {
            retryAt = now.plus(backOff.after(attempts));
            return false;
        }
        Position place = batch.getFirst().position();
        LOG.error("{} parks entry {} on node {} after {} attempts", name(), place.sequence(), node, attempts, failure);
        cursors.park(consumer.name(), node, place, failure.toString(), now);
        attempts = 0;
        oneByOne = false;
        return true;
    }
}
