package cn.gov.jiyuan.data.opendata.release;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** An array of objects, one on each line. */
final class JsonFile implements RowFile {
    private final List<Version.Field> fields;
    private final Writer writer;
    private boolean begun;

    JsonFile(List<Version.Field> fields, OutputStream out) throws IOException {
        this.fields = fields;
        writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        writer.write("[");
    }

    @Override
    public void row(List<? extends @Nullable Object> values) throws IOException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            object.put(fields.get(i).name(), value(values.get(i)));
        }
        writer.write(begun ? ",\n" : "\n");
        writer.write(JsonMapper.shared().writeValueAsString(object));
        begun = true;
    }

    /** Numbers and truth values as such, everything else as text. */
    static @Nullable Object value(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            BigDecimal plain = number.stripTrailingZeros();
            return plain.scale() < 0 ? plain.setScale(0) : plain;
        }
        return value == null || value instanceof Number || value instanceof Boolean ? value : value.toString();
    }

    @Override
    public void close() throws IOException {
        writer.write("\n]\n");
        writer.close();
    }
}
