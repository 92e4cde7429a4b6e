package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.platform.search.ReleasedSource;
import cn.gov.jiyuan.platform.search.SearchDocument;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Situations in the search, before the single items. They come with a release. */
@Component
@Order(5)
final class CollectionSearch implements ReleasedSource {
    private static final String KIND = "event";

    private final CollectionLibrary collections;

    CollectionSearch(CollectionLibrary collections) {
        this.collections = collections;
    }

    @Override
    public Map<String, String> kinds() {
        return Map.of(KIND, "办事情景");
    }

    @Override
    public void all(Consumer<SearchDocument> sink) {
        collections
                .entries()
                .forEach(entry ->
                        sink.accept(SearchDocument.of(KIND, entry.id(), entry.sentence(), "/events/" + entry.id())
                                .withAliases(entry.words())
                                .withText(entry.lead())
                                .withFacts(Map.of("共", entry.steps().size() + " 步"))));
    }
}
