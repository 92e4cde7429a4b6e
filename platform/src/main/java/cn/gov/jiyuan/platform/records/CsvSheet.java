package cn.gov.jiyuan.platform.records;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * RFC 4180. A text that a spreadsheet would take for a formula gets an apostrophe in front; numbers, which may well begin
 * with a minus, stay as they are.
 */
final class CsvSheet implements Sheet {
    private static final String FORMULA = "=+-@\t\r＝＋－＠";
    private final Writer writer;

    CsvSheet(List<Column> columns, boolean byteOrderMark, OutputStream out) throws IOException {
        writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        if (byteOrderMark) {
            writer.write('\uFEFF');
        }
        row(columns.stream().map(c -> Cell.of(c.label(), c.label())).toList());
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                writer.write(',');
            }
            Cell cell = cells.get(i);
            field(cell.value() instanceof java.math.BigDecimal number ? number.toPlainString() : harmless(cell.text()));
        }
        writer.write("\r\n");
    }

    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private void field(String text) throws IOException {
        boolean special = false;
        for (int i = 0; i < text.length() && !special; i++) {
            char c = text.charAt(i);
            special = c == '"' || c == ',' || c == '\n' || c == '\r';
        }
        writer.write(special ? '"' + text.replace("\"", "\"\"") + '"' : text);
    }

    @Override
    public void close() throws IOException {
        writer.flush();
    }
}
