package cn.gov.jiyuan.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.kernel.actor.Actor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How well people's questions find the item they mean, against plain full text over the same documents. */
class RelevanceTest {
    private static SearchFixture fixture;

    @BeforeAll
    static void indexTheCatalogue(@TempDir Path folder) {
        fixture = new SearchFixture(folder);
        fixture.put(Catalogue.documents(Catalogue.services().size()));
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @Test
    void spokenQuestionsFindTheirItemNearTheTop() {
        Map<String, Double> ours = reciprocalRanks(Catalogue.asked(), RelevanceTest::ours);
        Map<String, Double> plain = reciprocalRanks(Catalogue.asked(), RelevanceTest::plainFullText);
        ours.forEach((category, rank) ->
                System.out.printf("MRR %s  %.3f  plain %.3f%n", category, rank, plain.get(category)));
        assertThat(ours.get("全部")).isGreaterThan(0.8).isGreaterThan(plain.get("全部") + 0.2);
        assertThat(ours.get("未收录")).isGreaterThan(0.6);
        assertThat(ours.get("正式")).isGreaterThan(0.95);
    }

    /** The honest number: whoever adjusts the search by these questions must write new ones. */
    @Test
    void questionsHeldBackAreAnsweredBetterThanByPlainFullText() {
        Map<String, Double> ours = reciprocalRanks(Catalogue.heldOut(), RelevanceTest::ours);
        Map<String, Double> plain = reciprocalRanks(Catalogue.heldOut(), RelevanceTest::plainFullText);
        ours.forEach((category, rank) ->
                System.out.printf("held back MRR %s  %.3f  plain %.3f%n", category, rank, plain.get(category)));
        assertThat(ours.get("全部")).isGreaterThan(plain.get("全部"));
    }

    @Test
    void theQuestionsHeldBackAreNotAmongTheOthers() {
        assertThat(Catalogue.heldOut())
                .extracting(Catalogue.Asked::text)
                .hasSizeGreaterThan(200)
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(
                        Catalogue.asked().stream().map(Catalogue.Asked::text).toList());
    }

    @Test
    void thereAreEnoughQuestionsAndSayingsToJudgeBy() {
        assertThat(Catalogue.asked()).hasSizeGreaterThan(100);
        assertThat(new Synonyms(SearchFixture.PINYIN).size()).isGreaterThan(400);
    }

    @Test
    void everyExpectationNamesAnExistingService() {
        List<Catalogue.Service> services = Catalogue.services();
        assertThat(Stream.concat(Catalogue.asked().stream(), Catalogue.heldOut().stream()))
                .allSatisfy(asked -> assertThat(services).anyMatch(s -> asked.answeredBy(s.name())));
    }

    private static List<String> ours(String text) {
        return fixture.titles(Actor.ANONYMOUS, text);
    }

    private static Map<String, Double> reciprocalRanks(
            List<Catalogue.Asked> questions, Function<String, List<String>> search) {
        Map<String, List<Double>> ranks = new TreeMap<>();
        for (Catalogue.Asked asked : questions) {
            List<String> titles = search.apply(asked.text());
            double rank = 0;
            for (int i = 0; i < titles.size() && rank == 0; i++) {
                rank = asked.answeredBy(titles.get(i)) ? 1.0 / (i + 1) : 0;
            }
            if (rank < 0.34 && Boolean.getBoolean("search.misses")) {
                System.out.println(asked.text() + " → " + rank + " "
                        + titles.stream().limit(4).toList());
            }
            ranks.computeIfAbsent(asked.category(), c -> new ArrayList<>()).add(rank);
            ranks.computeIfAbsent("全部", c -> new ArrayList<>()).add(rank);
        }
        Map<String, Double> means = new TreeMap<>();
        ranks.forEach((category, all) -> means.put(
                category,
                all.stream().mapToDouble(Double::doubleValue).average().orElse(0)));
        return means;
    }

    /** BM25 over character pairs of name and text, as a search without knowledge of the field would do. */
    private static List<String> plainFullText(String text) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (String gram : Grams.pairs(text)) {
            query.add(new TermQuery(new Term(Fields.NAME, gram)), Occur.SHOULD);
            query.add(new TermQuery(new Term(Fields.TEXT, gram)), Occur.SHOULD);
        }
        return fixture.index.read(searcher -> {
            List<String> titles = new ArrayList<>();
            for (ScoreDoc hit : searcher.search(query.build(), Search.PAGE_SIZE).scoreDocs) {
                titles.add(
                        Fields.stored(searcher.storedFields().document(hit.doc)).title());
            }
            return titles;
        });
    }
}
