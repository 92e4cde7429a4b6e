package cn.gov.jiyuan.data.exchange.sharing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The personal values of one row as one text, so that a row is opened by one deciphering. */
final class SealedRow {
    private static final char APART = '\u001F';
    private static final char EMPTY = '\u0001';

    private SealedRow() {}

    static String join(List<@Nullable String> values) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                text.append(APART);
            }
            String value = values.get(i);
            if (value == null) {
                text.append(EMPTY);
            } else {
                text.append(value.replace(APART, ' '));
            }
        }
        return text.toString();
    }

    static List<@Nullable String> split(String text) {
        List<@Nullable String> values = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == APART) {
                String value = text.substring(from, i);
                values.add(value.length() == 1 && value.charAt(0) == EMPTY ? null : value);
                from = i + 1;
            }
        }
        return values;
    }
}
