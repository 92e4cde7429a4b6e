package cn.gov.jiyuan.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.database.TestDatabase;
import cn.gov.jiyuan.platform.database.TestPostgres;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The log tells how good the search is without telling who searched. */
class QueryLogStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

    private final TestDatabase database = TestPostgres.fresh();
    private final QueryLogStore log =
            new QueryLogStore(database.jdbc(), database.transactions(), Clock.fixed(NOW, ZoneId.of("Asia/Shanghai")));

    @Test
    void ranksOfClicksAndQuestionsInVainAreCounted() {
        UUID first = asked("开饭店", 3);
        UUID second = asked("开饭店", 3);
        asked("办灵车", 0);
        log.clicked(first, "item", "i1", 1);
        log.clicked(first, "item", "i2", 3);
        log.clicked(second, "item", "i1", 2);
        SearchQuality quality = log.quality(NOW, 10);
        assertThat(quality.asked()).isEqualTo(3);
        assertThat(quality.meanReciprocalRank()).isEqualTo(0.75);
        assertThat(quality.withoutHits()).isEqualTo(1);
        assertThat(quality.gaps()).extracting(SearchQuality.Gap::text).containsExactly("办灵车");
    }

    @Test
    void numbersOfPersonsTypedIntoTheBoxAreNotKept() {
        asked("419001199003070015 的低保", 0);
        assertThat(log.quality(NOW, 10).gaps())
                .extracting(SearchQuality.Gap::text)
                .containsExactly("※ 的低保");
        assertThat(QueryLogStore.masked("电话 139-0000-0000")).isEqualTo("电话 ※");
    }

    @Test
    void aRebuildIsAskedOfEveryNode() {
        long before = log.generation();
        log.askRebuild();
        assertThat(log.generation()).isEqualTo(before + 1);
    }

    private UUID asked(String text, long hits) {
        UUID id = Ids.next();
        log.asked(id, text, Set.of("item"), hits);
        return id;
    }
}
