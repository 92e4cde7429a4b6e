package cn.gov.jiyuan.data.exchange.collecting.capture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decodes messages of {@code pgoutput} (Logical Replication Message Formats). */
public final class PgOutput {
    private PgOutput() {}

    /** @throws IllegalStateException for bytes that are no message */
    public static LogMessage read(ByteBuffer in) {
        char kind = (char) in.get();
        return switch (kind) {
            case 'B' -> new LogMessage.Begin(in.getLong());
            case 'C' -> {
                in.get();
                yield new LogMessage.Commit(in.getLong(), in.getLong());
            }
            case 'R' -> relation(in);
            case 'I' -> {
                int relation = in.getInt();
                in.get();
                yield new LogMessage.Insert(relation, row(in));
            }
            case 'U' -> update(in);
            case 'D' -> {
                int relation = in.getInt();
                in.get();
                yield new LogMessage.Delete(relation, row(in));
            }
            case 'T' -> truncate(in);
            case 'O', 'Y', 'M' -> new LogMessage.Other(kind);
            default -> throw new IllegalStateException("pgoutput message " + (int) kind);
        };
    }

    private static LogMessage relation(ByteBuffer in) {
        int id = in.getInt();
        String schema = string(in);
        String table = (schema.isEmpty() ? "pg_catalog" : schema) + '.' + string(in);
        in.get();
        int count = in.getShort();
        List<LogMessage.Field> fields = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            boolean key = (in.get() & 1) == 1;
            fields.add(new LogMessage.Field(string(in), key, in.getInt(), in.getInt()));
        }
        return new LogMessage.Relation(id, table, fields);
    }

    private static LogMessage update(ByteBuffer in) {
        int relation = in.getInt();
        @Nullable Object[] before = null;
        if (in.get() != 'N') {
            before = row(in);
            in.get();
        }
        return new LogMessage.Update(relation, before, row(in));
    }

    private static LogMessage truncate(ByteBuffer in) {
        int count = in.getInt();
        in.get();
        List<Integer> relations = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            relations.add(in.getInt());
        }
        return new LogMessage.Truncate(relations);
    }

    private static @Nullable Object[] row(ByteBuffer in) {
        @Nullable Object[] row = new Object[in.getShort()];
        for (int i = 0; i < row.length; i++) {
            byte kind = in.get();
            if (kind == 't') {
                int length = in.getInt();
                row[i] = text(in, length);
            } else if (kind == 'u') {
                row[i] = LogMessage.UNCHANGED;
            } else if (kind != 'n') {
                throw new IllegalStateException("pgoutput value " + kind);
            }
        }
        return row;
    }

    private static String text(ByteBuffer in, int length) {
        String text;
        if (in.hasArray()) {
            text = new String(in.array(), in.arrayOffset() + in.position(), length, StandardCharsets.UTF_8);
            in.position(in.position() + length);
        } else {
            byte[] bytes = new byte[length];
            in.get(bytes);
            text = new String(bytes, StandardCharsets.UTF_8);
        }
        return text;
    }

    private static String string(ByteBuffer in) {
        int from = in.position();
        while (in.get() != 0) {}
        int length = in.position() - from - 1;
        byte[] bytes = new byte[length];
        in.position(from);
        in.get(bytes);
        in.get();
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
