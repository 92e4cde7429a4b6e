package cn.gov.jiyuan.data.exchange.collecting.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV (RFC 4180) of any size. A quote that is not closed costs one line and not the rest of the file: the record
 * is given up where it cannot be one (text after the closing quote, another number of cells, too long), its first line
 * is named, and reading goes on with the second.
 */
final class CsvRows {
    private static final int MOST_COLUMNS = 2_000;
    private static final int LONGEST_RECORD = 1 << 20;
    /** Each costs at most one reading of the longest record. */
    private static final int MOST_UNCLOSED = 2_000;

    private static final int SHOWN = 2_000;
    private static final char UNKNOWN = '\uFFFD';

    private final Reader reader;
    private final RowSink sink;
    private char[] window = new char[1 << 17];
    private int start;
    private int position;
    private int end;
    private boolean ended;
    private long line = 1;
    private char delimiter = ',';
    private int width;
    private int unclosed;

    /** Cells of the record at hand, and how many lines it takes. */
    private @Nullable String[] cells = new String[64];

    private int count;
    private int breaks;
    private boolean quotes;
    private boolean unknown;

    private CsvRows(Reader reader, RowSink sink) {
        this.reader = reader;
        this.sink = sink;
    }

    static void read(Path file, RowSink sink) throws IOException {
        Encoding encoding = Encoding.of(file);
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(encoding.mark());
            new CsvRows(new InputStreamReader(in, encoding.charset()), sink).all();
        }
    }

    private void all() throws IOException {
        if (!headings()) {
            return;
        }
        while (more()) {
            String why = record();
            boolean sound = why == null && fits();
            if (sound && unknown) {
                why = "有无法识别的字符，编码与文件其他部分不一致";
            } else if (why == null && !sound) {
                why = "有 " + count + " 列，表头为 " + width + " 列";
            }
            if (why == null) {
                if (!empty() && !sink.row(line, Arrays.copyOf(cells, width, Object[].class))) {
                    return;
                }
                next();
            } else if (!isolate(why)) {
                return;
            }
        }
    }

    private boolean headings() throws IOException {
        while (more()) {
            delimiter = guess();
            String why = record();
            if (why != null) {
                throw new UnreadableException("第 " + line + " 行是表头，但" + why);
            }
            if (!empty()) {
                width = count;
                while (width > 1 && blank(cells[width - 1])) {
                    width--;
                }
                sink.columns(named());
                next();
                return true;
            }
            next();
        }
        return false;
    }

    private List<SourceColumn> named() {
        List<SourceColumn> columns = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            String name = cells[i];
            columns.add(SourceColumn.untyped(name == null || name.isBlank() ? "第" + (i + 1) + "列" : name));
        }
        return columns;
    }

    /** What stands most often in the first line, outside of quotes. */
    private char guess() throws IOException {
        int[] counts = new int[4];
        boolean quoted = false;
        for (int i = 0; position + i < end || fill(); i++) {
            char c = window[position + i];
            quoted ^= c == '"';
            if (!quoted && c == '\n') {
                break;
            }
            int which = quoted ? -1 : ",\t;|".indexOf(c);
            if (which >= 0) {
                counts[which]++;
            }
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return ",\t;|".charAt(best);
    }

    private boolean more() throws IOException {
        return position < end || fill();
    }

    /** Reads on, keeping the record that was begun. */
    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        if (start > 0) {
            System.arraycopy(window, start, window, 0, end - start);
            position -= start;
            end -= start;
            start = 0;
        }
        if (end == window.length) {
            window = Arrays.copyOf(window, window.length * 2);
        }
        int read = reader.read(window, end, window.length - end);
        ended = read < 0;
        end += Math.max(0, read);
        return read > 0;
    }

    /** Parses one record from the start of the window. @return why it is none, or null */
    private @Nullable String record() throws IOException {
        count = 0;
        breaks = 0;
        quotes = false;
        unknown = false;
        position = start;
        while (true) {
            String why = position < end || fill() ? (window[position] == '"' ? quoted() : plain()) : last();
            if (why != null) {
                return why.isEmpty() ? null : why;
            }
        }
    }

    private @Nullable String last() {
        add("");
        return "";
    }

    /** A cell without quotes. @return null to go on, empty at the end of the record, else what is wrong */
    private @Nullable String plain() throws IOException {
        int from = position - start;
        while (position < end || fill()) {
            char c = window[position];
            if (c == delimiter || c == '\n' || c == '\r') {
                String text = new String(window, start + from, position - start - from);
                return after(text);
            }
            unknown |= c == UNKNOWN;
            position++;
            if (position - start > LONGEST_RECORD) {
                return "一行超过 " + LONGEST_RECORD + " 个字符";
            }
        }
        add(new String(window, start + from, position - start - from));
        return "";
    }

    private @Nullable String quoted() throws IOException {
        quotes = true;
        position++;
        int from = position - start;
        StringBuilder doubled = null;
        while (position < end || fill()) {
            char c = window[position];
            if (c == '"') {
                position++;
                boolean again = (position < end || fill()) && window[position] == '"';
                String piece = new String(window, start + from, position - 1 - start - from);
                if (!again) {
                    return after(doubled == null ? piece : doubled.append(piece).toString());
                }
                doubled = (doubled == null ? new StringBuilder() : doubled).append(piece).append('"');
                position++;
                from = position - start;
                continue;
            }
            breaks += c == '\n' ? 1 : 0;
            unknown |= c == UNKNOWN;
            position++;
            if (position - start > LONGEST_RECORD) {
                return "引号没有闭合";
            }
        }
        return "引号没有闭合，直到文件结束";
    }

    /** What follows a cell. */
    private @Nullable String after(String text) throws IOException {
        add(text);
        if (count > MOST_COLUMNS) {
            return "超过 " + MOST_COLUMNS + " 列";
        }
        if (position >= end && !fill()) {
            return "";
        }
        char c = window[position];
        if (c == delimiter) {
            position++;
            return null;
        }
        if (c == '\r') {
            position++;
            if (position >= end && !fill()) {
                return "";
            }
            c = window[position];
        }
        if (c == '\n') {
            position++;
            breaks++;
            return "";
        }
        return quotes ? "引号没有闭合，或者引号之后还有文字" : "";
    }

    private void add(String text) {
        if (count == cells.length) {
            cells = Arrays.copyOf(cells, count * 2);
        }
        cells[count++] = text;
    }

    private boolean fits() {
        for (int i = width; i < count; i++) {
            if (!blank(cells[i])) {
                return false;
            }
        }
        return count >= width || empty();
    }

    private boolean empty() {
        return count == 1 && blank(cells[0]);
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private void next() {
        line += breaks;
        start = position;
    }

    /** Names the first line of what is no record and goes on with the second. */
    private boolean isolate(String why) throws IOException {
        boolean unbalanced = quotes && breaks > 1 || why.startsWith("引号");
        if (unbalanced && ++unclosed > MOST_UNCLOSED) {
            throw new UnreadableException("到第 " + line + " 行已有 " + MOST_UNCLOSED + " 处引号没有闭合，请检查文件的引号和分隔符");
        }
        position = start;
        while ((position < end || fill()) && window[position] != '\n') {
            position++;
            if (position - start > LONGEST_RECORD * 4) {
                throw new UnreadableException("第 " + line + " 行没有换行，超过 " + LONGEST_RECORD * 4 + " 个字符");
            }
        }
        String raw = new String(window, start, Math.min(position - start, SHOWN));
        boolean go = sink.broken(line, raw.stripTrailing(), why);
        if (position < end) {
            position++;
        }
        line++;
        start = position;
        return go;
    }
}
