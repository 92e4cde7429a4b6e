package cn.gov.jiyuan.platform.records;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One filter of a list (筛选条件). Values stand in the one form that the column's kind has in the URL. */
public sealed interface Condition {
    Column column();

    /** The column holds one of the values. */
    record OneOf(Column column, List<String> values) implements Condition {
        public OneOf {
            values = List.copyOf(values);
        }
    }

    /** The column lies between both ends, both included; a missing end is open. Moments are bounded by days. */
    record Between(
            Column column, @Nullable String from, @Nullable String to) implements Condition {}

    record StartsWith(Column column, String beginning) implements Condition {}

    record Contains(Column column, String part) implements Condition {}

    record Empty(Column column, boolean empty) implements Condition {}
}
