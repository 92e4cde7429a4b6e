package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.contracts.items.Audience;
import cn.gov.jiyuan.contracts.items.ItemCancelled;
import cn.gov.jiyuan.contracts.items.ItemCatalogue;
import cn.gov.jiyuan.contracts.items.ItemContent;
import cn.gov.jiyuan.contracts.items.ItemGuide;
import cn.gov.jiyuan.contracts.items.ItemPublished;
import cn.gov.jiyuan.contracts.items.ItemSuspended;
import cn.gov.jiyuan.contracts.items.Material;
import cn.gov.jiyuan.platform.feed.FeedConsumer;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import cn.gov.jiyuan.platform.search.SearchChange;
import cn.gov.jiyuan.platform.search.SearchDocument;
import cn.gov.jiyuan.platform.search.SearchSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Items in force in the search, found by name, by what people call them, by topic and by code. */
@Component
@Order(10)
final class ItemSearch implements SearchSource {
    private static final String KIND = "item";
    private static final int PORTION = 200;
    /** What can be applied for here comes before what only the counter does, where both answer the question alike. */
    private static final double APPLIED_FOR_HERE = 100;

    private final ItemCatalogue items;
    private final Units units;

    ItemSearch(ItemCatalogue items, Units units) {
        this.items = items;
        this.units = units;
    }

    @Override
    public Map<String, String> kinds() {
        return Map.of(KIND, "服务事项");
    }

    @Override
    public boolean wants(String topic) {
        return topic.equals(ItemPublished.TOPIC)
                || topic.equals(ItemCancelled.TOPIC)
                || topic.equals(ItemSuspended.TOPIC);
    }

    /** An item whose new version is not yet in force stays as it is; the turnover tells again when it comes. */
    @Override
    public List<SearchChange> changes(List<FeedConsumer.Entry> entries) {
        return entries.stream()
                .map(FeedConsumer.Entry::key)
                .distinct()
                .map(code -> items.inForce(code)
                        .<SearchChange>map(guide -> new SearchChange.Put(document(guide)))
                        .orElse(new SearchChange.Remove(KIND, code)))
                .toList();
    }

    @Override
    public void all(Consumer<SearchDocument> sink) {
        @Nullable String after = null;
        List<ItemGuide> portion;
        do {
            portion = items.guides(after, PORTION);
            portion.forEach(guide -> sink.accept(document(guide)));
            after = portion.isEmpty() ? after : portion.getLast().code();
        } while (portion.size() == PORTION);
    }

    private SearchDocument document(ItemGuide guide) {
        ItemContent content = guide.content();
        ItemContent.Topics topics = content.topics();
        List<String> keywords = new ArrayList<>(List.of(guide.code(), guide.basicCode()));
        Stream.of(topics.personal(), topics.corporate(), topics.events()).forEach(keywords::addAll);
        String text = Stream.concat(
                        Stream.of(content.basics().summary()),
                        Stream.concat(
                                content.conditions().stream(),
                                content.materials().stream().map(Material::name)))
                .collect(Collectors.joining("\n"));
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("承诺", TermLength.text(content.terms().promise()));
        facts.put("办理", way(content.handling()));
        return SearchDocument.of(KIND, guide.code(), guide.name(), "/items/" + guide.code())
                .withAliases(topics.aliases())
                .withText(text)
                .withKeywords(keywords)
                .withUnit(guide.unitName())
                .withWeight(content.handling().formId() == null ? 0 : APPLIED_FOR_HERE)
                .withFacts(facts)
                .withFacets(facets(guide));
    }

    private Map<String, List<String>> facets(ItemGuide guide) {
        ItemContent content = guide.content();
        List<String> objects = content.basics().serviceObjects();
        List<String> audiences = new ArrayList<>();
        if (objects.contains("自然人")) {
            audiences.add(Audience.PERSON.label());
        }
        if (objects.stream().anyMatch(object -> !object.equals("自然人"))) {
            audiences.add(Audience.FIRM.label());
        }
        Map<String, List<String>> facets = new LinkedHashMap<>();
        facets.put(
                "部门",
                List.of(units.byCode(guide.unitCode()).map(Unit::shortName).orElse(guide.unitName())));
        facets.put(
                "主题",
                Stream.concat(content.topics().personal().stream(), content.topics().corporate().stream())
                        .toList());
        facets.put("对象", audiences);
        facets.put("办理", List.of(way(content.handling())));
        return facets;
    }

    private static String way(ItemContent.Handling handling) {
        return !handling.online() ? "窗口办理" : handling.formId() == null ? "网上可办" : "可在本站申请";
    }
}
