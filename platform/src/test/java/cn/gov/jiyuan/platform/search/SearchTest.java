package cn.gov.jiyuan.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.kernel.actor.ActingAs;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.access.RowScope;
import cn.gov.jiyuan.platform.feed.FeedConsumer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The index follows the feed, survives crashes, and shows nobody what he may not see. */
class SearchTest {
    private static final UUID UNIT = new UUID(1, 1);
    private static final UUID OTHER_UNIT = new UUID(1, 2);
    private static final Actor OFFICIAL =
            new Actor(new UUID(2, 2), "张明", ActingAs.OFFICIAL, new UUID(2, 2), "张明", UNIT, "市场监管局", Set.of("clerk"), 4);

    @TempDir
    Path folder;

    private SearchFixture fixture;

    @BeforeEach
    void open() {
        fixture = new SearchFixture(folder);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aHiddenCaseShowsNeitherInHitsNorTotalsNorKindsNorSuggestions() {
        fixture.put(List.of(aCase("c1", UNIT), aCase("c2", OTHER_UNIT), anItem()));
        assertThat(fixture.search.query(Actor.ANONYMOUS, "食品经营许可", Set.of(), 1))
                .satisfies(page -> assertThat(page.total()).isEqualTo(1))
                .satisfies(page -> assertThat(page.kinds()).containsOnlyKeys("item"));
        assertThat(fixture.search.suggest(Actor.ANONYMOUS, "食品经营"))
                .extracting(SuggestionGroup::kind)
                .containsExactly("item");
    }

    @Test
    void anOfficialSeesTheCasesOfHisUnitOnly() {
        fixture.put(List.of(aCase("c1", UNIT), aCase("c2", OTHER_UNIT), anItem()));
        fixture.scopes.put("cases.matter.read", new RowScope.Units(Set.of(UNIT)));
        SearchPage page = fixture.search.query(OFFICIAL, "食品经营许可", Set.of("case"), 1);
        assertThat(page.hits()).extracting(SearchHit::id).containsExactly("c1");
        assertThat(page.kinds()).isEqualTo(Map.of("case", 1L, "item", 1L));
    }

    @Test
    void hitsAreNarrowedByTheirPropertiesAndHiddenOnesCountNowhere() {
        fixture.put(List.of(
                withFacets("a", "创业补贴申请", Map.of("部门", List.of("人社局"), "对象", List.of("个人", "企业和单位"))),
                withFacets("b", "护理补贴申领", Map.of("部门", List.of("民政局"), "对象", List.of("个人"))),
                aCase("c1", UNIT).withFacets(Map.of("部门", List.of("人社局")))));
        SearchPage all = fixture.search.query(Actor.ANONYMOUS, "补贴", Set.of(), 1);
        assertThat(all.facets().get("部门")).isEqualTo(Map.of("人社局", 1L, "民政局", 1L));
        assertThat(all.facets().get("对象")).containsEntry("个人", 2L);
        SearchPage narrowed = fixture.search.query(Actor.ANONYMOUS, "补贴", Set.of(), Map.of("部门", "人社局", "对象", "个人"), 1);
        assertThat(narrowed.hits()).extracting(SearchHit::id).containsExactly("a");
        assertThat(narrowed.total()).isEqualTo(1);
        assertThat(fixture.search
                        .query(Actor.ANONYMOUS, "补贴", Set.of(), Map.of("部门", "没有的"), 1)
                        .total())
                .isZero();
    }

    private static SearchDocument withFacets(String id, String title, Map<String, List<String>> facets) {
        return SearchDocument.of("item", id, title, "/items/" + id).withFacets(facets);
    }

    @Test
    void aScopeTakenAwayCountsAtTheNextQuery() {
        fixture.put(List.of(aCase("c1", UNIT)));
        fixture.scopes.put("cases.matter.read", new RowScope.All());
        assertThat(fixture.titles(OFFICIAL, "食品经营许可")).hasSize(1);
        fixture.scopes.put("cases.matter.read", new RowScope.None());
        assertThat(fixture.titles(OFFICIAL, "食品经营许可")).isEmpty();
    }

    @Test
    void matchesAreMarkedAndHostileTitlesStayText() {
        fixture.put(List.of(SearchDocument.of("item", "x", "<script>食品经营许可</script>", "/x")));
        SearchHit hit = fixture.search
                .query(Actor.ANONYMOUS, "食品经营", Set.of(), 1)
                .hits()
                .getFirst();
        assertThat(hit.title())
                .containsExactly(
                        new Segment("<script>", false), new Segment("食品经营", true), new Segment("许可</script>", false));
    }

    @Test
    void theSpokenQuestionTellsWhatWasUnderstood() {
        fixture.put(List.of(anItem()));
        assertThat(fixture.search.query(Actor.ANONYMOUS, "我想开饭店怎么办理", Set.of(), 1))
                .satisfies(page -> assertThat(page.understood()).contains("食品经营许可核发"))
                .satisfies(page -> assertThat(page.hits()).hasSize(1));
        assertThat(fixture.asked).containsExactly("我想开饭店怎么办理");
    }

    @Test
    void aCaseNumberOffersTheProgressPageWhetherItExistsOrNot() {
        assertThat(fixture.search.suggest(Actor.ANONYMOUS, "20261011419001000123"))
                .extracting(SuggestionGroup::kind)
                .containsExactly("progress");
    }

    @Test
    void indexAndCursorFallBackToTheSameMomentAfterACrash(@TempDir Path crashed) throws Exception {
        fixture.index.rebuild(10, 0, sink -> sink.accept(anItem()));
        fixture.index.apply(List.of(new SearchChange.Remove("item", "i1")), 11);
        copy(folder, crashed);
        try (SearchFixture revived = new SearchFixture(crashed)) {
            assertThat(revived.index.mark().cursor()).isEqualTo(10);
            assertThat(revived.titles(Actor.ANONYMOUS, "食品经营许可")).hasSize(1);
        }
    }

    @Test
    void aRebuildThatFailsLeavesTheOldIndex() {
        fixture.index.rebuild(10, 0, sink -> sink.accept(anItem()));
        try {
            fixture.index.rebuild(20, 1, sink -> {
                throw new IllegalStateException("source is down");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("source is down");
        }
        assertThat(fixture.titles(Actor.ANONYMOUS, "食品经营许可")).hasSize(1);
        assertThat(fixture.index.mark().cursor()).isEqualTo(10);
    }

    @Test
    void aNewIndexIsBuiltFromTheSourcesAndThenFollowsTheFeed() {
        TheItem source = new TheItem();
        new IndexCare(fixture.index, List.of(source), () -> 0L, () -> 7L).run();
        assertThat(fixture.titles(Actor.ANONYMOUS, "食品经营许可")).hasSize(1);
        SearchFeed feed = new SearchFeed(fixture.index, List.of(source));
        assertThat(feed.position()).isEqualTo(7);
        feed.accept(List.of(entry(9, "other.thing.happened"), entry(6, "items.item.revoked")));
        assertThat(fixture.titles(Actor.ANONYMOUS, "食品经营许可")).isEmpty();
        assertThat(feed.position()).isEqualTo(6);
    }

    @Test
    void twoNodesInOneHomeKeepAnIndexEach() {
        try (SearchFixture second = new SearchFixture(folder)) {
            fixture.put(List.of(anItem()));
            assertThat(second.titles(Actor.ANONYMOUS, "食品经营许可")).isEmpty();
        }
    }

    @Test
    void aCatalogueOfThisSizeIsIndexedAndSearchedQuickly() {
        List<SearchDocument> documents = Catalogue.documents(2_760);
        long start = System.nanoTime();
        fixture.put(documents);
        double seconds = (System.nanoTime() - start) / 1e9;
        List<Catalogue.Asked> asked = Catalogue.asked();
        List<Long> micros = new ArrayList<>();
        for (int i = 0; i < 900; i++) {
            long from = System.nanoTime();
            fixture.search.query(Actor.ANONYMOUS, asked.get(i % asked.size()).text(), Set.of(), 1);
            if (i >= 300) {
                micros.add((System.nanoTime() - from) / 1_000);
            }
        }
        micros.sort(null);
        System.out.printf(
                "search over 2,760: p50 %d µs, p99 %d µs; indexed %.0f documents/s%n",
                micros.get(micros.size() / 2), micros.get(micros.size() * 99 / 100), documents.size() / seconds);
        assertThat(micros.get(micros.size() / 2)).isLessThan(100_000);
    }

    private static SearchDocument anItem() {
        return SearchDocument.of("item", "i1", "食品经营许可核发", "/items/i1").withWeight(10);
    }

    private static SearchDocument aCase(String id, UUID unit) {
        return SearchDocument.of("case", id, "食品经营许可核发办件", "/cases/" + id)
                .visibleTo(new Visibility.Restricted("cases.matter.read", unit, null, "419001001"));
    }

    private static FeedConsumer.Entry entry(long sequence, String topic) {
        return new FeedConsumer.Entry(
                sequence, topic, "i1", 1, Instant.EPOCH, JsonMapper.shared().createObjectNode());
    }

    private static void copy(Path from, Path to) throws Exception {
        try (var files = java.nio.file.Files.walk(from)) {
            for (Path file : files.filter(java.nio.file.Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                java.nio.file.Files.createDirectories(target.getParent());
                java.nio.file.Files.copy(file, target);
            }
        }
    }

    /** A source of one item that is revoked later. */
    private static final class TheItem implements SearchSource {
        @Override
        public Map<String, String> kinds() {
            return Map.of("item", "服务事项");
        }

        @Override
        public boolean wants(String topic) {
            return topic.startsWith("items.");
        }

        @Override
        public List<SearchChange> changes(List<FeedConsumer.Entry> entries) {
            return entries.stream()
                    .<SearchChange>map(e -> new SearchChange.Remove("item", e.key()))
                    .toList();
        }

        @Override
        public void all(Consumer<SearchDocument> sink) {
            sink.accept(anItem());
        }
    }
}
