package cn.gov.jiyuan.data.opendata.release;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * RFC 4180 in UTF-8 with a byte order mark, or spreadsheets take it for GBK. A text that a spreadsheet would take for a
 * formula gets an apostrophe in front.
 */
final class CsvFile implements RowFile {
    private static final String FORMULA = "=+-@\t\r＝＋－＠";
    private final Writer writer;

    CsvFile(List<Version.Field> fields, OutputStream out) throws IOException {
        writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        writer.write('\uFEFF');
        row(fields.stream().map(Version.Field::title).toList());
    }

    @Override
    public void row(List<? extends @Nullable Object> values) throws IOException {
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                writer.write(',');
            }
            writer.write(cell(values.get(i)));
        }
        writer.write("\r\n");
    }

    private static String cell(@Nullable Object value) {
        String text = plain(value);
        if (value instanceof String && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        boolean quoted =
                text.indexOf(',') >= 0 || text.indexOf('"') >= 0 || text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
        return quoted ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }

    /** A value as people write it. */
    static String plain(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : value.toString();
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
