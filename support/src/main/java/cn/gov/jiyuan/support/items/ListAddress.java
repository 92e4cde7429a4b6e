package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.contracts.items.Audience;
import cn.gov.jiyuan.contracts.items.ItemFilter;
import cn.gov.jiyuan.contracts.items.ItemSummary;
import cn.gov.jiyuan.contracts.items.ItemType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** The address of a list of items: what is filtered, in which order, and where the page begins. */
final class ListAddress {
    static final String WORDS = "q";
    static final String UNIT = "unit";
    static final String TOPIC = "topic";
    static final String TYPE = "type";
    static final String AUDIENCE = "for";
    static final String ONLINE = "online";
    static final String APPLICABLE = "here";
    private static final String SORT = "sort";
    private static final String AFTER = "after";
    private static final String BY_CODE = "code";
    private static final List<String> FILTERS = List.of(AUDIENCE, UNIT, TOPIC, TYPE, APPLICABLE, ONLINE, WORDS);

    private final Map<String, String> given = new LinkedHashMap<>();

    ListAddress(Map<String, String> parameters) {
        for (String name : FILTERS) {
            put(name, parameters.get(name));
        }
        put(SORT, parameters.get(SORT));
        put(AFTER, parameters.get(AFTER));
    }

    private void put(String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            given.put(name, value.strip());
        }
    }

    @Nullable
    public String get(String name) {
        return given.get(name);
    }

    /** Names of the filters in force. */
    List<String> given() {
        return FILTERS.stream().filter(given::containsKey).toList();
    }

    ItemFilter filter() {
        return new ItemFilter(
                get(WORDS),
                get(UNIT),
                get(TOPIC),
                ItemType.ofCode(get(TYPE)).orElse(null),
                Audience.of(get(AUDIENCE)).orElse(null),
                flag(ONLINE),
                flag(APPLICABLE));
    }

    private @Nullable Boolean flag(String name) {
        String value = get(name);
        return value == null ? null : Boolean.valueOf(value);
    }

    public boolean byUse() {
        return !BY_CODE.equals(get(SORT));
    }

    public boolean first() {
        return !given.containsKey(AFTER);
    }

    @Nullable
    String afterCode() {
        return get(AFTER);
    }

    /** Where the page begins in the order of use; a broken address begins at the top. */
    ItemStore.@Nullable Place place() {
        String after = get(AFTER);
        return after != null && after.matches("\\d{1,18}-[0-9A-Z]{31}")
                ? new ItemStore.Place(
                        Long.parseLong(after.substring(0, after.indexOf('-'))), after.substring(after.indexOf('-') + 1))
                : null;
    }

    String after(ItemSummary last) {
        return address(null, byUse() ? last.uses() + "-" + last.code() : last.code());
    }

    public String firstPage() {
        return address(null, null);
    }

    String without(String name) {
        return address(name, null);
    }

    private String address(@Nullable String without, @Nullable String after) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/items");
        Map<String, Object> values = new LinkedHashMap<>();
        given.forEach((name, value) -> {
            if (!name.equals(AFTER) && !name.equals(without)) {
                address.queryParam(name, "{" + name + "}");
                values.put(name, value);
            }
        });
        if (after != null) {
            address.queryParam(AFTER, "{after}");
            values.put(AFTER, after);
        }
        return address.encode().buildAndExpand(values).toUriString();
    }
}
