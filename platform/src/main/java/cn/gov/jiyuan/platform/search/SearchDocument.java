package cn.gov.jiyuan.platform.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What can be found (检索文档): one thing of one system as the index shows it. Personal data never enters the index in
 * clear; put masked text in {@link #facts} if the list must show it.
 *
 * @param kind kind of thing, a key of {@link SearchSource#kinds()}: {@code item}, {@code bundle}, {@code department} …
 * @param id id of the thing within its kind
 * @param title name as shown
 * @param aliases other names people use, short forms, former names
 * @param text longer text: conditions, materials, summary
 * @param keywords topics and codes; a code is found by its whole or its beginning (six characters or more)
 * @param unitName name of the responsible unit
 * @param link path of the page of the thing
 * @param visibility who may find it
 * @param weight popularity, 0 for unknown; only breaks near ties
 * @param facts label → value, shown below the title in this order
 * @param facets property → values, by which hits can be narrowed: 部门, 主题
 */
public record SearchDocument(
        String kind,
        String id,
        String title,
        List<String> aliases,
        String text,
        List<String> keywords,
        @Nullable String unitName,
        String link,
        Visibility visibility,
        double weight,
        Map<String, String> facts,
        Map<String, List<String>> facets) {

    public SearchDocument {
        aliases = List.copyOf(aliases);
        keywords = List.copyOf(keywords);
        if (kind.isBlank() || id.isBlank() || kind.indexOf('/') >= 0) {
            throw new IllegalArgumentException("kind and id are needed, kind without a slash: " + kind + " " + id);
        }
        if (!(weight >= 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException("weight must be a number ≥ 0: " + weight);
        }
    }

    /** A public document with a title; add the rest by the {@code with…} methods. */
    public static SearchDocument of(String kind, String id, String title, String link) {
        return new SearchDocument(
                kind, id, title, List.of(), "", List.of(), null, link, new Visibility.Public(), 0, Map.of(), Map.of());
    }

    public SearchDocument withAliases(List<String> names) {
        return new SearchDocument(
                kind, id, title, names, text, keywords, unitName, link, visibility, weight, facts, facets);
    }

    public SearchDocument withText(String longer) {
        return new SearchDocument(
                kind, id, title, aliases, longer, keywords, unitName, link, visibility, weight, facts, facets);
    }

    public SearchDocument withKeywords(List<String> words) {
        return new SearchDocument(
                kind, id, title, aliases, text, words, unitName, link, visibility, weight, facts, facets);
    }

    public SearchDocument withUnit(@Nullable String name) {
        return new SearchDocument(
                kind, id, title, aliases, text, keywords, name, link, visibility, weight, facts, facets);
    }

    public SearchDocument visibleTo(Visibility whom) {
        return new SearchDocument(
                kind, id, title, aliases, text, keywords, unitName, link, whom, weight, facts, facets);
    }

    public SearchDocument withWeight(double popularity) {
        return new SearchDocument(
                kind, id, title, aliases, text, keywords, unitName, link, visibility, popularity, facts, facets);
    }

    public SearchDocument withFacts(Map<String, String> shown) {
        return new SearchDocument(
                kind, id, title, aliases, text, keywords, unitName, link, visibility, weight, shown, facets);
    }

    public SearchDocument withFacets(Map<String, List<String>> values) {
        return new SearchDocument(
                kind, id, title, aliases, text, keywords, unitName, link, visibility, weight, facts, values);
    }
}
