package cn.gov.jiyuan.platform.forms;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Typed answers to a form, in the order given (填报内容). A value is a String (dates as ISO), Long, BigDecimal, Boolean,
 * a list of Strings, or a list of maps of these. As JSON it is the plain object.
 */
public final class Answers {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.USE_LONG_FOR_INTS)
            .build();

    public static final Answers EMPTY = new Answers(Map.of());

    private final Map<String, Object> values;

    private Answers(Map<String, ?> values) {
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Takes the values as they are; whole numbers become Long, others BigDecimal. Nulls are left out. */
    @JsonCreator
    public static Answers of(Map<String, ?> values) {
        return new Answers(plainMap(values));
    }

    public static Answers fromJson(String json) {
        return of(JSON.readValue(json, Map.class));
    }

    public String toJson() {
        return JSON.writeValueAsString(values);
    }

    @JsonValue
    public Map<String, Object> values() {
        return values;
    }

    public @Nullable Object get(String name) {
        return values.get(name);
    }

    /** The answer as a text, if there is one. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(Object::toString);
    }

    /** These answers, with the other's in place of those of the same name. */
    public Answers plus(Answers other) {
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.putAll(other.values);
        return new Answers(all);
    }

    private static Map<String, Object> plainMap(Map<?, ?> values) {
        Map<String, Object> plain = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (value != null) {
                plain.put(String.valueOf(name), plain(value));
            }
        });
        return plain;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Integer whole -> whole.longValue();
            case Double real -> BigDecimal.valueOf(real);
            case List<?> many -> {
                List<Object> list = new ArrayList<>();
                many.forEach(v -> list.add(plain(v)));
                yield Collections.unmodifiableList(list);
            }
            case Map<?, ?> row -> Collections.unmodifiableMap(plainMap(row));
            default -> value;
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Answers that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** Names only: answers are personal data and do not belong in logs. */
    @Override
    public String toString() {
        return "Answers" + values.keySet();
    }
}
