package cn.gov.jiyuan.platform.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.database.TestDatabase;
import cn.gov.jiyuan.platform.database.TestPostgres;
import cn.gov.jiyuan.platform.jobs.Era;
import cn.gov.jiyuan.platform.jobs.RecurringWork;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

class FeedTest {
    private static final BackOff AT_ONCE = new BackOff(Duration.ZERO, 3);
    private final TestDatabase database = TestPostgres.fresh();
    private final TransactionTemplate transactions = database.transactions();
    private final EntryStore entries = new EntryStore(database.dataSource(), new Era(database.dataSource()));
    private final CursorStore cursors = new CursorStore(database.dataSource());
    private final Feed feed = new FeedWriter(entries, Clock.systemUTC());
    private final List<String> audited = new ArrayList<>();

    @AfterEach
    void close() {
        database.close();
    }

    private static Feed.Change change(String key) {
        return new Feed.Change("onestop.case.accepted", key, 1, Map.of("key", key));
    }

    private void append(String... keys) {
        for (String key : keys) {
            transactions.executeWithoutResult(status -> feed.append(change(key)));
        }
    }

    /** Remembers what it took; refuses the key “poison”. */
    private static class Collector implements FeedConsumer {
        final List<String> keys = new ArrayList<>();
        boolean healed;

        @Override
        public String name() {
            return "collector";
        }

        @Override
        public boolean wants(String topic) {
            return topic.startsWith("onestop.");
        }

        @Override
        public void accept(List<Entry> taken) {
            for (Entry entry : taken) {
                if (entry.key().equals("poison") && !healed) {
                    throw new IllegalStateException("cannot digest");
                }
            }
            taken.forEach(entry -> keys.add(entry.key()));
        }
    }

    private final Collector collector = new Collector();

    private RecurringWork shared() {
        return new SharedRun(collector, entries, cursors, transactions, Clock.systemUTC(), AT_ONCE);
    }

    private FeedDesk desk(FeedConsumer consumer) {
        Audit audit = new Audit() {
            @Override
            public void record(Actor actor, AuditEvent event) {
                audited.add(event.action());
            }

            @Override
            public void recordAll(List<Past> events) {}
        };
        return new Desk(List.of(consumer), entries, cursors, transactions, audit);
    }

    private static void runOut(RecurringWork work, int times) {
        for (int i = 0; i < times; i++) {
            work.run();
        }
    }

    @Test
    void aChangeOutsideATransactionIsRefused() {
        assertThatThrownBy(() -> feed.append(change("a")))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("feed.no-transaction");
    }

    @Test
    void aConsumerTakesEachEntryOnceAndInOrder() {
        append("a", "b");
        runOut(shared(), 2);
        append("c");
        runOut(shared(), 2);
        assertThat(collector.keys).containsExactly("a", "b", "c");
    }

    @Test
    void topicsThatDoNotConcernAreStillPassed() {
        transactions.executeWithoutResult(s -> feed.append(new Feed.Change("items.item.published", "x", 1, Map.of())));
        append("a");
        runOut(shared(), 1);
        assertThat(collector.keys).containsExactly("a");
        assertThat(desk(collector).consumers().getFirst().behind()).isZero();
    }

    @Test
    void anEntryWhoseTransactionCommitsLateIsNotLost() throws InterruptedException {
        RecurringWork run = shared();
        transactions.executeWithoutResult(late -> {
            feed.append(change("late"));
            join(Thread.ofVirtual().start(() -> append("early")));
            join(Thread.ofVirtual().start(() -> runOut(run, 2)));
            assertThat(collector.keys).isEmpty();
        });
        runOut(run, 2);
        assertThat(collector.keys).containsExactlyInAnyOrder("late", "early");
    }

    @Test
    void transactionsAreOrderedByNumberNotByItsDigits() {
        append("a", "b", "c");
        database.jdbc()
                .sql("update feed.entry set xid = (case key when 'a' then '10' when 'b' then '9' else '11' end)::xid8")
                .update();
        runOut(shared(), 2);
        assertThat(collector.keys).containsExactly("b", "a", "c");
        assertThat(entries.find(feed.head()).orElseThrow().entry().key()).isEqualTo("c");
    }

    @Test
    void theHeadStopsBelowATransactionThatStillRuns() {
        append("a");
        long head = feed.head();
        transactions.executeWithoutResult(late -> {
            feed.append(change("late"));
            join(Thread.ofVirtual().start(() -> append("early")));
            assertThat(feed.head()).isEqualTo(head);
        });
        assertThat(feed.head()).isNotEqualTo(head);
    }

    @Test
    void aPoisonedEntryIsParkedAndTheOthersGoOn() {
        append("a", "poison", "b");
        runOut(shared(), 12);
        assertThat(collector.keys).containsExactly("a", "b");
        assertThat(desk(collector).parked(10)).singleElement().satisfies(parked -> {
            assertThat(parked.key()).isEqualTo("poison");
            assertThat(parked.error()).contains("cannot digest");
        });
    }

    @Test
    void aParkedEntryCanBeReplayedWhenItsConsumerIsHealed() {
        append("poison");
        runOut(shared(), 12);
        FeedDesk desk = desk(collector);
        var parked = desk.parked(10).getFirst().id();
        assertThatThrownBy(() -> desk.replay(Actor.SYSTEM, parked)).hasMessageContaining("cannot digest");
        assertThat(desk.parked(10)).hasSize(1);
        collector.healed = true;
        desk.replay(Actor.SYSTEM, parked);
        assertThat(collector.keys).containsExactly("poison");
        assertThat(desk.parked(10)).isEmpty();
        assertThat(audited).containsExactly("feed.replay");
        assertThatThrownBy(() -> desk.replay(Actor.SYSTEM, parked)).hasMessageContaining("feed.unknown-parked");
    }

    @Test
    void aFailingEntryWaitsForItsBackOff() {
        append("poison", "b");
        RecurringWork slow = new SharedRun(
                collector, entries, cursors, transactions, Clock.systemUTC(), new BackOff(Duration.ofHours(1), 3));
        runOut(slow, 20);
        assertThat(collector.keys).isEmpty();
        assertThat(desk(collector).consumers().getFirst()).satisfies(state -> {
            assertThat(state.attempts()).isEqualTo(1);
            assertThat(state.lastError()).contains("cannot digest");
        });
    }

    @Test
    void aConsumersWorkIsUndoneWhenItsCursorCannotMove() {
        append("a");
        FeedConsumer writing = new Collector() {
            @Override
            public void accept(List<Entry> taken) {
                database.jdbc()
                        .sql("insert into feed.cursor (consumer, node) values ('trace', '*')")
                        .update();
                throw new IllegalStateException("after writing");
            }
        };
        runOut(new SharedRun(writing, entries, cursors, transactions, Clock.systemUTC(), AT_ONCE), 8);
        assertThat(cursors.find("trace")).isEmpty();
    }

    @Test
    void twoNodesNeverTakeTheSameEntry() {
        append(IntStream.range(0, 40).mapToObj(Integer::toString).toArray(String[]::new));
        List<Thread> nodes = IntStream.range(0, 4)
                .mapToObj(n -> Thread.ofVirtual().start(() -> runOut(shared(), 3)))
                .toList();
        nodes.forEach(FeedTest::join);
        assertThat(collector.keys).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void aResetConsumerStartsAtTheBeginning() {
        append("a", "b");
        runOut(shared(), 2);
        desk(collector).reset(Actor.SYSTEM, "collector");
        runOut(shared(), 2);
        assertThat(collector.keys).containsExactly("a", "b", "a", "b");
    }

    @Test
    void manyChangesGoByTheBulkPath() {
        List<Feed.Change> many =
                IntStream.range(0, 1200).mapToObj(i -> change("行\t" + i)).toList();
        transactions.executeWithoutResult(status -> feed.appendAll(many));
        RecurringWork run = shared();
        while (run.run()) {}
        assertThat(collector.keys).hasSize(1200).startsWith("行\t0").endsWith("行\t1199");
    }

    /** A projection that keeps its own cursor, as a local search index does. */
    private static final class Projection extends Collector {
        long position;

        @Override
        public boolean everyNode() {
            return true;
        }

        @Override
        public long position() {
            return position;
        }

        @Override
        public void accept(List<Entry> taken) {
            super.accept(taken);
            position = taken.getLast().sequence();
        }
    }

    private RecurringWork own(Projection projection, String node) {
        return new OwnRun(projection, node, entries, cursors, Clock.systemUTC(), AT_ONCE);
    }

    @Test
    void aProjectionOfEveryNodeIsFedFromItsOwnPosition() {
        append("a", "b");
        Projection one = new Projection();
        Projection two = new Projection();
        runOut(own(one, "one"), 3);
        append("c");
        runOut(own(one, "one"), 3);
        runOut(own(two, "two"), 3);
        assertThat(one.keys).containsExactly("a", "b", "c");
        assertThat(two.keys).containsExactly("a", "b", "c");
    }

    @Test
    void aProjectionThatWasRebuiltGoesOnFromWhereItSaysItStands() {
        append("a", "b");
        Projection projection = new Projection();
        RecurringWork run = own(projection, "one");
        runOut(run, 2);
        projection.position = feed.head();
        append("c");
        runOut(run, 2);
        projection.position = 0;
        runOut(run, 2);
        assertThat(projection.keys).containsExactly("a", "b", "c", "a", "b", "c");
    }

    @Test
    void aProjectionParksWhatItCannotTakeAndGoesOn() {
        append("a", "poison", "b");
        Projection projection = new Projection();
        runOut(own(projection, "one"), 12);
        assertThat(projection.keys).containsExactly("a", "b");
        assertThat(desk(projection).parked(10))
                .singleElement()
                .satisfies(p -> assertThat(p.node()).isEqualTo("one"));
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
