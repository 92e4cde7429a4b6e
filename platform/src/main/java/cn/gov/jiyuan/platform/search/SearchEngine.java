package cn.gov.jiyuan.platform.search;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.access.Access;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.util.BytesRef;
import org.springframework.util.function.SingletonSupplier;

/** The search over the local index. */
final class SearchEngine implements Search {
    /** Most of the words first; while hardly anything holds so many, fewer will do, at last a single one. */
    private static final double[] SHARES = {0.6, 0.3, 0};

    private static final int TOO_FEW = 3;

    private final IndexStore index;
    /** The readings of all sayings take a second to make; the start does not wait for them. */
    private final SingletonSupplier<Interpreter> interpreter;

    private final Queries queries;
    private final Permits permits;
    private final Map<String, String> kinds;
    private final QueryLog log;

    SearchEngine(IndexStore index, Pinyin pinyin, Access access, Map<String, String> kinds, QueryLog log) {
        this.index = index;
        this.interpreter = SingletonSupplier.of(() -> new Interpreter(new Synonyms(pinyin)));
        this.queries = new Queries(pinyin);
        this.permits = new Permits(access);
        this.kinds = kinds;
        this.log = log;
    }

    @Override
    public SearchPage query(Actor actor, String text, Set<String> wanted, Map<String, String> facets, int page) {
        if (page < 1 || page > LAST_PAGE) {
            throw Fault.at("/page", SearchError.PAGE, LAST_PAGE);
        }
        Question question = interpreter.obtain().understand(text);
        SearchPage found = index.read(searcher -> {
            Query permitted = narrowed(permits.filter(actor, searcher.getIndexReader()), facets);
            Counted counted = count(searcher, permitted, question, wanted, SHARES[0]);
            for (int i = 1; i < SHARES.length && counted.total() < TOO_FEW; i++) {
                counted = count(searcher, permitted, question, wanted, SHARES[i]);
            }
            return page(searcher, counted, question, wanted, page);
        });
        if (page == 1 && !question.core().isEmpty()) {
            log.asked(found.queryId(), text, wanted, found.total());
        }
        return found;
    }

    @Override
    public List<SuggestionGroup> suggest(Actor actor, String text) {
        Question question = interpreter.obtain().understand(text);
        return new Suggestions(kinds, queries, permits).of(index, actor, question);
    }

    @Override
    public void clicked(UUID queryId, String kind, String id, int position) {
        log.clicked(queryId, kind, id, position);
    }

    @Override
    public void rebuild() {
        log.askRebuild();
    }

    /** How many documents of which kinds a question finds; the best are looked for only when these are enough. */
    private record Counted(Query query, Map<String, Long> kinds, long total) {}

    private Counted count(IndexSearcher searcher, Query permitted, Question question, Set<String> wanted, double share)
            throws IOException {
        Query all = new BooleanQuery.Builder()
                .add(queries.matching(question, share), Occur.MUST)
                .add(permitted, Occur.FILTER)
                .build();
        Map<String, Long> counts = searcher.search(all, new KindCounts());
        long total = counts.entrySet().stream()
                .filter(e -> wanted.isEmpty() || wanted.contains(e.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        return new Counted(all, counts, total);
    }

    private SearchPage page(IndexSearcher searcher, Counted counted, Question question, Set<String> wanted, int page)
            throws IOException {
        Query chosen = ofKinds(counted.query(), wanted);
        TopDocs top = searcher.search(chosen, new TopScoreDocCollectorManager(page * PAGE_SIZE, 1));
        return new SearchPage(
                Ids.next(),
                question.core(),
                question.understood(),
                page,
                counted.total(),
                counted.kinds(),
                searcher.search(chosen, new FacetCounts()),
                hits(searcher, top, question, page));
    }

    private static Query narrowed(Query permitted, Map<String, String> facets) {
        if (facets.isEmpty()) {
            return permitted;
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(permitted, Occur.FILTER);
        facets.forEach((name, value) ->
                query.add(new TermQuery(new Term(Fields.FACET, Facet.key(name, value))), Occur.FILTER));
        return query.build();
    }

    static Query ofKinds(Query query, Set<String> wanted) {
        return wanted.isEmpty()
                ? query
                : new BooleanQuery.Builder()
                        .add(query, Occur.MUST)
                        .add(
                                new TermInSetQuery(
                                        Fields.KIND,
                                        wanted.stream().map(BytesRef::new).toList()),
                                Occur.FILTER)
                        .build();
    }

    private List<SearchHit> hits(IndexSearcher searcher, TopDocs top, Question question, int page) throws IOException {
        Marker marker = new Marker(question);
        List<SearchHit> hits = new ArrayList<>();
        for (int i = (page - 1) * PAGE_SIZE; i < top.scoreDocs.length; i++) {
            ScoreDoc found = top.scoreDocs[i];
            Shown document = Fields.stored(searcher.storedFields().document(found.doc));
            hits.add(new SearchHit(
                    document.kind(),
                    kinds.getOrDefault(document.kind(), document.kind()),
                    document.id(),
                    marker.mark(document.title()),
                    marker.excerpt(document.text()),
                    document.unitName(),
                    document.link(),
                    document.facts(),
                    found.score,
                    i + 1));
        }
        return hits;
    }
}
