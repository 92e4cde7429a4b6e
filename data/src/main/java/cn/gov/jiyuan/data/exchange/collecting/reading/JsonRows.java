package cn.gov.jiyuan.data.exchange.collecting.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON as a stream: an array of objects, at the root or at a pointer, or one object in each line, where a broken
 * line is only that line's fault. Objects within objects become columns {@code outer.inner}; arrays stay JSON text.
 */
public final class JsonRows {
    private static final int DEEPEST = 32;
    private static final int LONGEST_LINE = 1 << 20;
    private static final int SHOWN = 2_000;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(1 << 20)
                    .maxNameLength(500)
                    .maxNumberLength(100)
                    .build())
            .build();

    private final FieldRows fields;
    private final RowSink sink;

    private JsonRows(RowSink sink, FieldRows fields) {
        this.sink = sink;
        this.fields = fields;
    }

    static void read(Path file, String rowsAt, RowSink sink) throws IOException {
        Encoding encoding = Encoding.of(file);
        JsonRows rows = new JsonRows(sink, new FieldRows(sink));
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(encoding.mark());
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, encoding.charset()), 1 << 16);
            if (rowsAt.isEmpty() && inLines(reader)) {
                rows.lines(reader);
            } else {
                rows.array(reader, rowsAt);
            }
        }
    }

    /** One page of an interface; columns and their places are kept in the fields from page to page. */
    public static void page(java.io.Reader page, String rowsAt, RowSink sink, FieldRows fields) {
        new JsonRows(sink, fields).array(page, rowsAt);
    }

    /** Lines, if the first thing is an object. */
    private static boolean inLines(BufferedReader reader) throws IOException {
        reader.mark(1 << 15);
        int c = reader.read();
        for (int i = 0; i < 1 << 14 && c >= 0 && Character.isWhitespace(c); i++) {
            c = reader.read();
        }
        reader.reset();
        return c == '{';
    }

    private void lines(BufferedReader reader) throws IOException {
        StringBuilder line = new StringBuilder();
        long number = 0;
        boolean go = true;
        while (go && next(reader, line)) {
            number++;
            String text = line.toString();
            if (text.isBlank()) {
                continue;
            }
            go = line.length() > LONGEST_LINE
                    ? sink.broken(number, shown(text), "一行超过 " + LONGEST_LINE + " 个字符")
                    : one(number, text);
        }
    }

    private boolean one(long number, String text) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return sink.broken(number, shown(text), "不是 JSON 对象");
            }
            object(parser, "", 1);
            return parser.nextToken() == null
                    ? fields.end(number)
                    : given(number, text, "JSON 对象之后还有内容，每行只能有一个对象");
        } catch (JacksonException e) {
            return given(number, text, "不是合法的 JSON：" + e.getOriginalMessage());
        }
    }

    private boolean given(long number, String text, String reason) {
        fields.forget();
        return sink.broken(number, shown(text), reason);
    }

    private static boolean next(BufferedReader reader, StringBuilder line) throws IOException {
        line.setLength(0);
        int c = reader.read();
        if (c < 0) {
            return false;
        }
        while (c >= 0 && c != '\n') {
            if (line.length() <= LONGEST_LINE) {
                line.append((char) c);
            }
            c = reader.read();
        }
        return true;
    }

    private static String shown(String text) {
        return text.substring(0, Math.min(SHOWN, text.length()));
    }

    private void array(java.io.Reader reader, String rowsAt) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), reader)) {
            parser.nextToken();
            for (String step : rowsAt.split("/")) {
                if (!step.isEmpty()) {
                    descend(parser, step);
                }
            }
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                throw new UnreadableException("JSON 中" + (rowsAt.isEmpty() ? "最外层" : "“" + rowsAt + "”处") + "不是数组，找不到数据行");
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (parser.currentToken() == null) {
                    throw new UnreadableException("JSON 没有写完，数组没有结束");
                }
                if (!element(parser)) {
                    return;
                }
            }
        } catch (JacksonException e) {
            long line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new UnreadableException("第 " + line + " 行起不是合法的 JSON：" + e.getOriginalMessage(), e);
        }
    }

    private boolean element(JsonParser parser) {
        long line = parser.currentTokenLocation().getLineNr();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            String text = String.valueOf(parser.getString());
            parser.skipChildren();
            return sink.broken(line, shown(text), "数组里的这一项不是对象");
        }
        object(parser, "", 1);
        return fields.end(line);
    }

    private static void descend(JsonParser parser, String name) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new UnreadableException("JSON 中找不到“" + name + "”");
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean here = parser.currentName().equals(name);
            parser.nextToken();
            if (here) {
                return;
            }
            parser.skipChildren();
        }
        throw new UnreadableException("JSON 中找不到“" + name + "”");
    }

    private void object(JsonParser parser, String prefix, int depth) {
        if (depth > DEEPEST) {
            throw new UnreadableException("JSON 嵌套超过 " + DEEPEST + " 层");
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = prefix + parser.currentName();
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_OBJECT) {
                object(parser, name + ".", depth + 1);
            } else {
                fields.put(name, value(parser, token));
            }
        }
    }

    private static @Nullable Object value(JsonParser parser, JsonToken token) {
        return switch (token) {
            case VALUE_NULL -> null;
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NUMBER_INT -> parser.getBigIntegerValue();
            case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case START_ARRAY -> list(parser);
            default -> parser.getString();
        };
    }

    /** An array as it stands, written anew. */
    private static String list(JsonParser parser) {
        java.io.StringWriter text = new java.io.StringWriter();
        try (var generator = FACTORY.createGenerator(tools.jackson.core.ObjectWriteContext.empty(), text)) {
            generator.copyCurrentStructure(parser);
        }
        return text.toString();
    }
}
