package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.contracts.items.ItemCatalogue;
import cn.gov.jiyuan.contracts.items.ItemFilter;
import cn.gov.jiyuan.contracts.items.ItemGuide;
import cn.gov.jiyuan.contracts.items.ItemSummary;
import cn.gov.jiyuan.contracts.items.ItemVersionRef;
import cn.gov.jiyuan.kernel.error.Fault;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the catalogue for other systems and for the portal. */
@Component
final class ItemsInForce implements ItemCatalogue {
    private final ItemStore store;
    private final Clock clock;

    ItemsInForce(ItemStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Optional<ItemGuide> inForce(String code) {
        return inForce(code, LocalDate.now(clock));
    }

    @Override
    public Optional<ItemGuide> inForce(String code, LocalDate on) {
        return store.inForce(code, on).map(StoredVersion::guide);
    }

    @Override
    public ItemGuide version(ItemVersionRef ref) {
        return store.version(ref)
                .map(StoredVersion::guide)
                .orElseThrow(() -> new Fault(ItemsError.UNKNOWN, ref.toString()));
    }

    @Override
    public List<ItemSummary> list(ItemFilter filter, @Nullable String after, int limit) {
        return store.list(filter, after, limit);
    }

    @Override
    public long count(ItemFilter filter) {
        return store.count(filter);
    }

    @Override
    public Map<String, Long> topics() {
        return store.countByTopic();
    }

    @Override
    public Map<String, Long> units() {
        return store.countByUnit();
    }

    @Override
    public List<ItemGuide> guides(@Nullable String after, int limit) {
        return store.inForceAfter(after, LocalDate.now(clock), limit).stream()
                .map(StoredVersion::guide)
                .toList();
    }
}
