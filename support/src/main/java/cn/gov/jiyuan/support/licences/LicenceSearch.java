package cn.gov.jiyuan.support.licences;

import cn.gov.jiyuan.platform.feed.FeedConsumer;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import cn.gov.jiyuan.platform.search.SearchChange;
import cn.gov.jiyuan.platform.search.SearchDocument;
import cn.gov.jiyuan.platform.search.SearchSource;
import cn.gov.jiyuan.platform.search.Visibility;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Licences in the search, found by number or identifier; nothing of the holder is in the index. */
@Component
@Order(50)
final class LicenceSearch implements SearchSource {
    private static final String KIND = "licence";

    private final LicenceStore store;
    private final LicenceTypes types;

    LicenceSearch(JdbcClient jdbc, PersonalCipher cipher, LicenceTypes types) {
        this.store = new LicenceStore(jdbc, cipher);
        this.types = types;
    }

    @Override
    public Map<String, String> kinds() {
        return Map.of(KIND, "证照");
    }

    @Override
    public boolean wants(String topic) {
        return topic.startsWith("licences.licence.");
    }

    @Override
    public List<SearchChange> changes(List<FeedConsumer.Entry> entries) {
        List<UUID> ids = entries.stream()
                .map(entry -> UUID.fromString(entry.key()))
                .distinct()
                .toList();
        return store.briefs(ids).stream()
                .<SearchChange>map(brief -> new SearchChange.Put(document(brief)))
                .toList();
    }

    @Override
    public void all(Consumer<SearchDocument> sink) {
        store.eachBrief(brief -> sink.accept(document(brief)));
    }

    private SearchDocument document(LicenceStore.Brief brief) {
        String name = types.get(brief.typeCode()).name();
        return SearchDocument.of(KIND, brief.id().toString(), name, "/workbench/records/licences.licence/" + brief.id())
                .withKeywords(List.of(brief.number(), brief.identifier()))
                .withFacts(Map.of("证照编号", brief.number()))
                .visibleTo(new Visibility.Restricted(
                        "licences.licence.read", brief.unitId(), brief.holderId(), brief.areaCode()));
    }
}
