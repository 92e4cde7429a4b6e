package cn.gov.jiyuan.platform.search;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the index keeps of a document to show it. */
record Shown(
        String kind,
        String id,
        String title,
        String text,
        @Nullable String unitName,
        String link,
        Map<String, String> facts) {
    static Shown of(SearchDocument document) {
        return new Shown(
                document.kind(),
                document.id(),
                document.title(),
                document.text(),
                document.unitName(),
                document.link(),
                document.facts());
    }
}
