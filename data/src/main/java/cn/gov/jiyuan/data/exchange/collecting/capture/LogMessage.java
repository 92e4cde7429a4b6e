package cn.gov.jiyuan.data.exchange.collecting.capture;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One message of {@code pgoutput}, protocol version 1, in the words of its documentation. */
public sealed interface LogMessage {
    /** A transaction begins that will be committed at a position. */
    record Begin(long finalPosition) implements LogMessage {}

    /** The transaction is committed; after it the log goes on at the end position. */
    record Commit(long position, long endPosition) implements LogMessage {}

    /** Shape of a table; told before its first row and after each change of shape. */
    record Relation(int id, String table, List<Field> fields) implements LogMessage {}

    /** @param key part of the replica identity @param type object id of the type @param modifier length or precision */
    record Field(String name, boolean key, int type, int modifier) {}

    record Insert(int relation, @Nullable Object[] row) implements LogMessage {}

    /** @param before the old key, or the whole old row; null if the key stayed and the old row is not logged */
    record Update(int relation, @Nullable Object @Nullable [] before, @Nullable Object[] row) implements LogMessage {}

    record Delete(int relation, @Nullable Object[] before) implements LogMessage {}

    record Truncate(List<Integer> relations) implements LogMessage {}

    /** Says nothing about rows. */
    record Other(char kind) implements LogMessage {}

    /** Stands for a large value that an update did not touch and the log does not repeat. */
    Object UNCHANGED = new Object() {
        @Override
        public String toString() {
            return "unchanged";
        }
    };
}
