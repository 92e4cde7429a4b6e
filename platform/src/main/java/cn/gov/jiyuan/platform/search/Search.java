package cn.gov.jiyuan.platform.search;

import cn.gov.jiyuan.kernel.actor.Actor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Finds things of all systems (统一搜索). Totals, counts and suggestions cover only what the actor may see. */
public interface Search {
    /** Hits on one page of results. */
    int PAGE_SIZE = 10;

    /** Last page that may be asked for; nobody reads further. */
    int LAST_PAGE = 50;

    /**
     * Looks for a text.
     *
     * @param text what the person typed: words, a spoken question, pinyin, initials or a code; at most 100 characters count
     * @param kinds only these kinds; empty for all
     * @param facets only hits with these values, by property; empty for all
     * @param page from 1
     */
    SearchPage query(Actor actor, String text, Set<String> kinds, Map<String, String> facets, int page);

    default SearchPage query(Actor actor, String text, Set<String> kinds, int page) {
        return query(actor, text, kinds, Map.of(), page);
    }

    /** At most a handful of completions for a text that is still being typed, grouped by kind in the order of the sources. */
    List<SuggestionGroup> suggest(Actor actor, String text);

    /** Notes which hit was opened, so that the order of hits can be judged; unknown queries are ignored. */
    void clicked(UUID queryId, String kind, String id, int position);

    /** Asks every node to build its index anew. */
    void rebuild();
}
