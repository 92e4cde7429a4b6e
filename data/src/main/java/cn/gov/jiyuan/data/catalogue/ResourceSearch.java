package cn.gov.jiyuan.data.catalogue;

import cn.gov.jiyuan.contracts.catalogue.Resource;
import cn.gov.jiyuan.contracts.catalogue.ResourceItem;
import cn.gov.jiyuan.contracts.catalogue.ResourcePublished;
import cn.gov.jiyuan.contracts.catalogue.ResourceWithdrawn;
import cn.gov.jiyuan.platform.feed.FeedConsumer;
import cn.gov.jiyuan.platform.search.SearchChange;
import cn.gov.jiyuan.platform.search.SearchDocument;
import cn.gov.jiyuan.platform.search.SearchSource;
import cn.gov.jiyuan.platform.search.Visibility;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Published resources in the search of officials, found by name, summary, items and code. */
@Component
@Order(60)
final class ResourceSearch implements SearchSource {
    private static final String KIND = "resource";
    private static final int PORTION = 200;

    private final PublishedResources resources;
    private final ResourceStore store;

    ResourceSearch(PublishedResources resources, ResourceStore store) {
        this.resources = resources;
        this.store = store;
    }

    @Override
    public Map<String, String> kinds() {
        return Map.of(KIND, "信息资源");
    }

    @Override
    public boolean wants(String topic) {
        return topic.equals(ResourcePublished.TOPIC) || topic.equals(ResourceWithdrawn.TOPIC);
    }

    @Override
    public List<SearchChange> changes(List<FeedConsumer.Entry> entries) {
        return entries.stream()
                .map(FeedConsumer.Entry::key)
                .distinct()
                .map(code -> resources
                        .published(code)
                        .<SearchChange>map(found -> new SearchChange.Put(document(found)))
                        .orElse(new SearchChange.Remove(KIND, code)))
                .toList();
    }

    @Override
    public void all(Consumer<SearchDocument> sink) {
        @Nullable String after = null;
        List<Resource> portion;
        do {
            portion = resources.list(after, PORTION);
            portion.forEach(found -> sink.accept(document(found)));
            after = portion.isEmpty() ? after : portion.getLast().code();
        } while (portion.size() == PORTION);
    }

    private SearchDocument document(Resource found) {
        String link = "/workbench/catalogue/"
                + store.byCode(found.code()).map(Entry::id).orElseThrow();
        String items = found.items().stream().map(ResourceItem::title).collect(Collectors.joining("、"));
        return SearchDocument.of(KIND, found.code(), found.name(), link)
                .withText(found.summary() + "\n" + items)
                .withKeywords(List.of(found.code()))
                .withUnit(found.unitName())
                .visibleTo(new Visibility.Restricted("catalogue.resource.read", found.unitId(), null, null))
                .withFacts(Map.of(
                        "共享", found.sharing().label(), "更新", found.cycle().label()))
                .withFacets(Map.of(
                        "部门",
                        List.of(found.unitName()),
                        "共享类型",
                        List.of(found.sharing().label())));
    }
}
