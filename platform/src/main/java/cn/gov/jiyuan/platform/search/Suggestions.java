package cn.gov.jiyuan.platform.search;

import cn.gov.jiyuan.kernel.actor.Actor;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/** Completions for a text that is still being typed. */
final class Suggestions {
    private static final int PER_KIND = 5;

    /** All of the words: a suggestion that misses some is noise. */
    private static final double ALL_WORDS = 1;

    /** Case numbers are long and mostly digits. */
    private static final Pattern NUMBER = Pattern.compile("(?=(?:.*[0-9]){8})[0-9a-z]{12,50}");

    private final Map<String, String> kinds;
    private final Queries queries;
    private final Permits permits;

    Suggestions(Map<String, String> kinds, Queries queries, Permits permits) {
        this.kinds = kinds;
        this.queries = queries;
        this.permits = permits;
    }

    List<SuggestionGroup> of(IndexStore index, Actor actor, Question question) {
        List<SuggestionGroup> groups = new ArrayList<>();
        String key = Letters.squeeze(question.core());
        if (key.isEmpty()) {
            return groups;
        }
        if (NUMBER.matcher(key).matches()) {
            groups.add(progress(question.core()));
        }
        Marker marker = new Marker(question);
        index.read(searcher -> {
            Query all = new BooleanQuery.Builder()
                    .add(queries.matching(question, ALL_WORDS), Occur.MUST)
                    .add(permits.filter(actor, searcher.getIndexReader()), Occur.FILTER)
                    .build();
            for (Map.Entry<String, String> kind : kinds.entrySet()) {
                add(groups, searcher, all, kind, marker);
            }
            return groups;
        });
        return groups;
    }

    private static void add(
            List<SuggestionGroup> groups,
            IndexSearcher searcher,
            Query all,
            Map.Entry<String, String> kind,
            Marker marker)
            throws IOException {
        List<SuggestionGroup.Suggestion> found = new ArrayList<>();
        Query ofKind = SearchEngine.ofKinds(all, Set.of(kind.getKey()));
        for (ScoreDoc hit : searcher.search(ofKind, PER_KIND).scoreDocs) {
            Shown document = Fields.stored(searcher.storedFields().document(hit.doc));
            found.add(new SuggestionGroup.Suggestion(marker.mark(document.title()), document.link()));
        }
        if (!found.isEmpty()) {
            groups.add(new SuggestionGroup(kind.getKey(), kind.getValue(), found));
        }
    }

    private static SuggestionGroup progress(String number) {
        return new SuggestionGroup(
                "progress",
                "办件进度",
                List.of(new SuggestionGroup.Suggestion(
                        List.of(new Segment("查询办件进度 ", false), new Segment(number, true)),
                        "/progress?number=" + URLEncoder.encode(number, StandardCharsets.UTF_8))));
    }
}
