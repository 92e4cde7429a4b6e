package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.platform.feed.FeedConsumer;
import cn.gov.jiyuan.platform.search.SearchChange;
import cn.gov.jiyuan.platform.search.SearchDocument;
import cn.gov.jiyuan.platform.search.SearchSource;
import cn.gov.jiyuan.platform.search.Visibility;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Matters in the search, found by their number. What the index holds of a matter never changes, so the entry that tells
 * of its opening is enough.
 */
@Component
@Order(40)
final class MatterSearch implements SearchSource {
    private static final String KIND = "matter";
    private static final String OPENED = "cases.task.open";

    private final MatterStore store;

    MatterSearch(MatterStore store) {
        this.store = store;
    }

    @Override
    public Map<String, String> kinds() {
        return Map.of(KIND, "办件");
    }

    @Override
    public boolean wants(String topic) {
        return topic.equals(OPENED);
    }

    @Override
    public List<SearchChange> changes(List<FeedConsumer.Entry> entries) {
        return entries.stream()
                .map(FeedConsumer.Entry::payload)
                .filter(payload -> payload.path("type").asString("").equals(MatterType.ID))
                .filter(payload -> !payload.path("number").asString("").isEmpty())
                .<SearchChange>map(payload -> new SearchChange.Put(document(
                        payload.path("id").asString(""),
                        payload.path("number").asString(""),
                        payload.path("title").asString(""),
                        id(payload, "unitId"),
                        id(payload, "applicantId"),
                        payload.path("areaCode").asString(null))))
                .toList();
    }

    private static @Nullable UUID id(JsonNode payload, String field) {
        String text = payload.path(field).asString("");
        return text.isEmpty() ? null : UUID.fromString(text);
    }

    @Override
    public void all(Consumer<SearchDocument> sink) {
        store.each(row -> sink.accept(document(
                row.id().toString(), row.number(), row.title(), row.unitId(), row.applicantId(), row.areaCode())));
    }

    private static SearchDocument document(
            String id,
            String number,
            String title,
            @Nullable UUID unit,
            @Nullable UUID applicant,
            @Nullable String area) {
        return SearchDocument.of(KIND, id, title, "/workbench/cases/" + id)
                .withKeywords(List.of(number))
                .withFacts(Map.of("办件编号", number))
                .visibleTo(new Visibility.Restricted("onestop.matter.read", unit, applicant, area));
    }
}
