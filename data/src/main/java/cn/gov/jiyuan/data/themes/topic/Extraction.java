package cn.gov.jiyuan.data.themes.topic;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.hub.Landing;
import cn.gov.jiyuan.platform.hub.Snapshot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Brings sources into the layer ODS (抽取): in full by key when a source is new or a day has passed, and between by the rows
 * of which the feed told that they changed.
 */
@Component
final class Extraction {
    private static final int PORTION = 5_000;
    private final Datasets datasets;
    private final ViewStore views;
    private final Map<String, RowReader> readers;
    private final TopicStore store;
    private final Clock clock;

    Extraction(Datasets datasets, ViewStore views, List<RowReader> readers, TopicStore store, Clock clock) {
        this.datasets = datasets;
        this.views = views;
        this.readers = readers.stream().collect(Collectors.toMap(RowReader::id, Function.identity()));
        this.store = store;
        this.clock = clock;
    }

    void extract(TopicSchema topic, SourceTask source, SourceState state) {
        Instant now = clock.instant();
        if (source.topic() == null || dueInFull(source, state, now)) {
            store.readInFull(topic.id(), source.id(), now, full(topic, source, state));
        } else {
            changes(topic, source);
            store.read(topic.id(), source.id(), now);
        }
    }

    private static boolean dueInFull(SourceTask source, SourceState state, Instant now) {
        Instant last = state.fullAt();
        return last == null
                || Duration.between(last, now)
                                .compareTo(Duration.ofDays(source.cycle().days()))
                        >= 0;
    }

    /**
     * What changes while everything is read waits with a later number, and is read once more. A source that tells no
     * changes makes a version only when it is another than last time.
     */
    private String full(TopicSchema topic, SourceTask source, SourceState state) {
        long upTo = store.lastChange(topic.id(), source.id());
        try (Landing landing = land(source, "全量", Landing.Mode.REPLACE)) {
            if (source.view() == null) {
                reader(source).all(landing::row);
            } else {
                readView(source, landing);
            }
            String digest = landing.digest();
            if (source.topic() != null || !digest.equals(state.digest())) {
                noted(topic, source, "全量", landing.commit());
            }
            store.taken(topic.id(), source.id(), upTo);
            return digest;
        }
    }

    private void readView(SourceTask source, Landing landing) {
        List<Object> after = List.of();
        List<@Nullable Object[]> portion;
        do {
            portion = views.after(source, after, PORTION);
            portion.forEach(landing::row);
            after = portion.isEmpty() ? after : keyOf(source, portion.getLast());
        } while (portion.size() == PORTION);
    }

    private static List<Object> keyOf(SourceTask source, @Nullable Object[] row) {
        return source.key().stream()
                .map(key -> java.util.Objects.requireNonNull(row[place(source, key)]))
                .toList();
    }

    private static int place(SourceTask source, String column) {
        return IntStream.range(0, source.columns().size())
                .filter(i -> source.columns().get(i).name().equals(column))
                .findFirst()
                .orElseThrow();
    }

    private void changes(TopicSchema topic, SourceTask source) {
        List<TopicStore.Waiting> waiting;
        do {
            waiting = store.waiting(topic.id(), source.id(), PORTION);
            if (!waiting.isEmpty()) {
                take(
                        topic,
                        source,
                        waiting.stream().map(TopicStore.Waiting::key).toList());
                store.taken(topic.id(), source.id(), waiting.getLast().seq());
            }
        } while (waiting.size() == PORTION);
    }

    private void take(TopicSchema topic, SourceTask source, List<String> keys) {
        try (Landing landing = land(source, "增量", Landing.Mode.MERGE)) {
            Set<String> found = new HashSet<>();
            if (source.view() == null) {
                reader(source).some(keys, row -> put(landing, row, found));
            } else {
                views.of(source, keys).forEach(row -> put(landing, row, found));
            }
            if (source.key().size() == 1) {
                keys.stream().filter(key -> !found.contains(key)).forEach(landing::removeRow);
            }
            if (landing.size() > 0) {
                noted(topic, source, "增量", landing.commit());
            }
        }
    }

    private static void put(Landing landing, @Nullable Object[] row, Set<String> found) {
        found.add(String.valueOf(row[0]));
        landing.row(row);
    }

    private RowReader reader(SourceTask source) {
        return java.util.Objects.requireNonNull(readers.get(String.valueOf(source.reader())), source.id());
    }

    private Landing land(SourceTask source, String how, Landing.Mode mode) {
        return datasets.land(Actor.SYSTEM, source.dataset(), number(how), mode);
    }

    private String number(String how) {
        return how + "-" + clock.instant() + "-" + Ids.next();
    }

    /** By this the lineage of a figure ends at the batch that brought its rows. */
    private void noted(TopicSchema topic, SourceTask source, String how, Landing.Landed landed) {
        Snapshot made = landed.snapshot();
        if (made != null) {
            Instant now = clock.instant();
            store.made(new StepRun(
                    Ids.next(),
                    topic.id(),
                    source.dataset(),
                    made.number(),
                    made.batch(),
                    how,
                    Map.of("#source", source.origin()),
                    now,
                    made.changed(),
                    now));
        }
    }
}
