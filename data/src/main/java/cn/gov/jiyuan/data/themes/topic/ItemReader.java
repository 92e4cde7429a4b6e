package cn.gov.jiyuan.data.themes.topic;

import cn.gov.jiyuan.contracts.items.ItemCatalogue;
import cn.gov.jiyuan.contracts.items.ItemFilter;
import cn.gov.jiyuan.contracts.items.ItemSummary;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Items in force, by the facade of S20. */
@Component
final class ItemReader implements RowReader {
    private static final int PORTION = 1_000;
    private final ItemCatalogue items;

    ItemReader(ItemCatalogue items) {
        this.items = items;
    }

    @Override
    public String id() {
        return "items";
    }

    @Override
    public void all(Consumer<@Nullable Object[]> reader) {
        @Nullable String after = null;
        List<ItemSummary> portion;
        do {
            portion = items.list(ItemFilter.ALL, after, PORTION);
            portion.forEach(item -> reader.accept(new @Nullable Object[] {
                item.code(), item.name(), item.type().name(), item.online()
            }));
            after = portion.isEmpty() ? after : portion.getLast().code();
        } while (portion.size() == PORTION);
    }

    @Override
    public void some(Collection<String> keys, Consumer<@Nullable Object[]> reader) {
        all(row -> {
            if (keys.contains(String.valueOf(row[0]))) {
                reader.accept(row);
            }
        });
    }
}
