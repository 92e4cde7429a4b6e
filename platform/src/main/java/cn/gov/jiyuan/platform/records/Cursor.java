package cn.gov.jiyuan.platform.records;

import cn.gov.jiyuan.kernel.error.Fault;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A place in a list: the row last seen.
 *
 * @param order the order it belongs to
 * @param value the row's value of the ordering column, null if it has none
 * @param key the row's key
 */
record Cursor(String order, @Nullable String value, String key) {
    private static final String SEPARATOR = "\u001f";

    String token() {
        String text = order + SEPARATOR + (value == null ? "" : "=" + value) + SEPARATOR + key;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static Cursor read(String token, Order order, String parameter) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            String[] parts = text.split(SEPARATOR, -1);
            if (parts.length == 3 && parts[0].equals(order.toString()) && text.indexOf('\0') < 0) {
                return new Cursor(parts[0], parts[1].isEmpty() ? null : parts[1].substring(1), parts[2]);
            }
        } catch (IllegalArgumentException notBase64) {
            throw Fault.at("/" + parameter, RecordsError.CURSOR);
        }
        throw Fault.at("/" + parameter, RecordsError.CURSOR);
    }
}
