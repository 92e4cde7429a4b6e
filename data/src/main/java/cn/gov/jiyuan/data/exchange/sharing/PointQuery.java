package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.data.exchange.sharing.Layout.Place;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import cn.gov.jiyuan.platform.records.Mask;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Finds rows in a serving table for a grant: by what may be looked for, within its rows, masked as it says. */
@Component
final class PointQuery {
    private final ServedTables tables;
    private final ServedStore store;
    private final PersonalCipher cipher;

    PointQuery(ServedTables tables, ServedStore store, PersonalCipher cipher) {
        this.tables = tables;
        this.store = store;
        this.cipher = cipher;
    }

    /** A row in clear, inside the house only. */
    private record Clear(Map<String, @Nullable String> values, Map<String, @Nullable Object> typed) {}

    /** @param persons blind indexes of those concerned */
    record Found(long snapshot, List<Map<String, @Nullable Object>> rows, List<byte[]> persons) {}

    /** @param persons blind indexes of those who were asked about */
    record Match(long snapshot, boolean matched, List<byte[]> persons) {}

    Found query(Grant grant, String dataset, Asked asked, int most) {
        List<RequestedField> wanted = wanted(grant, asked.items());
        List<Clear> rows = seek(grant, dataset, asked.conditions(), most);
        Served served = served(dataset);
        List<Map<String, @Nullable Object>> shown =
                rows.stream().map(row -> shown(wanted, row)).toList();
        List<byte[]> persons = new ArrayList<>();
        served.layout()
                .person()
                .ifPresent(place -> rows.forEach(row -> {
                    String id = row.values().get(place.name());
                    if (id != null) {
                        persons.add(cipher.blind(place.domain(), id));
                    }
                }));
        return new Found(served.snapshot(), shown, persons);
    }

    /** Whether there is a row with exactly these values; nothing else of it is told. */
    Match verify(Grant grant, String dataset, Map<String, String> claims) {
        for (String item : claims.keySet()) {
            if (grant.fields().stream().noneMatch(field -> field.name().equals(item))) {
                throw new Fault(SharingError.ITEM_NOT_GRANTED, item);
            }
        }
        Served served = served(dataset);
        boolean matched = !seek(grant, dataset, claims, 1).isEmpty();
        List<byte[]> persons = new ArrayList<>();
        served.layout().person().ifPresent(place -> {
            String id = claims.get(place.name());
            if (id != null) {
                persons.add(cipher.blind(place.domain(), id));
            }
        });
        return new Match(served.snapshot(), matched, persons);
    }

    private static List<RequestedField> wanted(Grant grant, List<String> items) {
        if (items.isEmpty()) {
            return grant.fields();
        }
        Map<String, RequestedField> granted = new HashMap<>();
        grant.fields().forEach(field -> granted.put(field.name(), field));
        List<RequestedField> wanted = new ArrayList<>();
        for (String item : items) {
            RequestedField field = granted.get(item);
            if (field == null) {
                throw new Fault(SharingError.ITEM_NOT_GRANTED, item);
            }
            wanted.add(field);
        }
        return wanted;
    }

    private static Map<String, @Nullable Object> shown(List<RequestedField> wanted, Clear row) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        for (RequestedField field : wanted) {
            String value = row.values().get(field.name());
            Mask mask = field.mask();
            Object open = row.typed().get(field.name());
            shown.put(field.name(), mask == null || value == null ? open : mask.of(value));
        }
        return shown;
    }

    private List<Clear> seek(Grant grant, String dataset, Map<String, String> conditions, int limit) {
        try {
            return seekOnce(grant, served(dataset), conditions, limit);
        } catch (DataAccessException tableWasReplaced) {
            tables.forget(dataset);
            return seekOnce(grant, served(dataset), conditions, limit);
        }
    }

    private List<Clear> seekOnce(Grant grant, Served served, Map<String, String> conditions, int limit) {
        Layout layout = served.layout();
        List<ServedStore.Sought> sought = new ArrayList<>();
        Map<String, String> later = new LinkedHashMap<>();
        boolean found = false;
        for (Map.Entry<String, String> condition : conditions.entrySet()) {
            Place place = layout.place(condition.getKey())
                    .orElseThrow(() -> new Fault(SharingError.ITEM_NOT_GRANTED, condition.getKey()));
            found |= place.lookup();
            if (!place.personal()) {
                sought.add(new ServedStore.Sought(place, null, typed(place, condition.getValue())));
            } else if (place.lookup()) {
                byte[] blind = cipher.blind(place.domain(), condition.getValue());
                sought.add(new ServedStore.Sought(place, blind, null));
            } else {
                later.put(condition.getKey(), condition.getValue());
            }
        }
        if (!found) {
            String lookups =
                    String.join("、", layout.lookups().stream().map(Place::title).toList());
            throw new Fault(SharingError.NO_LOOKUP, lookups);
        }
        return store.seek(served, sought, grant.conditions(), limit).stream()
                .map(row -> clear(layout, row))
                .filter(row -> later.entrySet().stream()
                        .allMatch(claim -> claim.getValue().equals(row.values().get(claim.getKey()))))
                .toList();
    }

    private Clear clear(Layout layout, ServedStore.Lying row) {
        Map<String, @Nullable String> values = new HashMap<>();
        Map<String, @Nullable Object> typed = new HashMap<>();
        List<Place> clear = layout.clear();
        for (int i = 0; i < clear.size(); i++) {
            Object value = row.clear().get(i);
            Object shown = value instanceof java.sql.Timestamp at
                    ? at.toLocalDateTime().toString()
                    : value;
            typed.put(clear.get(i).name(), shown);
            values.put(clear.get(i).name(), shown == null ? null : shown.toString());
        }
        byte[] sealed = row.sealed();
        if (sealed != null) {
            List<@Nullable String> personal = SealedRow.split(cipher.open(ServedTables.SEALED, row.id(), sealed));
            List<Place> places = layout.personal();
            for (int i = 0; i < places.size(); i++) {
                values.put(places.get(i).name(), personal.get(i));
                typed.put(places.get(i).name(), personal.get(i));
            }
        }
        return new Clear(values, typed);
    }

    Map<String, @Nullable Object> row(Grant grant, Layout layout, ServedStore.Lying row) {
        return shown(grant.fields(), clear(layout, row));
    }

    @Nullable
    String text(Layout layout, ServedStore.Lying row, String column) {
        return clear(layout, row).values().get(column);
    }

    private Served served(String dataset) {
        return tables.of(dataset).orElseThrow(() -> new Fault(SharingError.NOT_SERVED));
    }

    private static Object typed(Place place, String text) {
        try {
            return switch (place.type()) {
                case TEXT -> text;
                case INTEGER -> Long.valueOf(text);
                case DECIMAL -> new BigDecimal(text);
                case DATE -> LocalDate.parse(text);
                case MOMENT -> LocalDateTime.parse(text);
                case FLAG -> Boolean.valueOf(text);
            };
        } catch (DateTimeException | NumberFormatException e) {
            throw Fault.caused(e, SharingError.BAD_CONDITION, place.title());
        }
    }
}
