package cn.gov.jiyuan.platform.audit;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes one JSON object, its keys given in sorted order, in the one form that is hashed. */
final class CanonicalJson {
    private static final JsonMapper DETAIL = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private static final String HEX = "0123456789abcdef";
    private final StringBuilder out;

    CanonicalJson(int capacity) {
        out = new StringBuilder(capacity).append('{');
    }

    static String of(Map<String, ?> detail) {
        return detail.isEmpty() ? "{}" : storable(DETAIL.writeValueAsString(detail));
    }

    static String storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == 0 || Character.isSurrogate(text.charAt(i))) {
                return text.codePoints()
                        .map(point -> point == 0 || (point >= 0xD800 && point <= 0xDFFF) ? 0xFFFD : point)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            }
        }
        return text;
    }

    CanonicalJson text(String key, @Nullable Object value) {
        key(key);
        if (value == null) {
            out.append("null");
        } else {
            quote(value.toString());
        }
        return this;
    }

    CanonicalJson number(String key, long value) {
        key(key);
        out.append(value);
        return this;
    }

    CanonicalJson raw(String key, String json) {
        key(key);
        out.append(json);
        return this;
    }

    String end() {
        return out.append('}').toString();
    }

    private void key(String key) {
        if (out.length() > 1) {
            out.append(',');
        }
        out.append('"').append(key).append("\":");
    }

    private void quote(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> plain(c);
            }
        }
        out.append('"');
    }

    private void plain(char c) {
        if (c < 0x20) {
            out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
        } else {
            out.append(c);
        }
    }
}
