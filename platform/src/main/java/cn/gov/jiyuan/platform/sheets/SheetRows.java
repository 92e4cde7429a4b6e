package cn.gov.jiyuan.platform.sheets;

import cn.gov.jiyuan.kernel.error.Fault;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an uploaded table, one after the other, in little memory (表格逐行读取): CSV in UTF-8 or GB18030, or the first
 * sheet of an XLSX. Reads cells as they are written; a code that the spreadsheet keeps as a number comes as that number.
 */
public final class SheetRows {
    private static final long MOST_BYTES = 512L << 20;
    private static final long MOST_TEXT = 64L << 20;
    private static final int MOST_COLUMNS = 200;
    /** More does not fit into a cell of any spreadsheet. */
    private static final int LONGEST_CELL = 32_767;

    /** Takes one row; false ends the reading. */
    public interface Sink {
        boolean row(int line, List<String> cells);
    }

    private SheetRows() {}

    /** @throws Fault {@code sheets.unreadable} */
    public static void read(Path file, String name, Sink sink) {
        try {
            if (name.toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
                xlsx(file, sink);
            } else {
                csv(file, sink);
            }
        } catch (IOException | XMLStreamException | RuntimeException e) {
            if (e instanceof Fault fault) {
                throw fault;
            }
            throw Fault.caused(e, SheetsError.UNREADABLE, name);
        }
    }

    private static void csv(Path file, Sink sink) throws IOException {
        Charset charset = isUtf8(file) ? StandardCharsets.UTF_8 : Charset.forName("GB18030");
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset))) {
            reader.mark(1);
            if (reader.read() != '\uFEFF') {
                reader.reset();
            }
            int line = 0;
            List<String> cells = record(reader);
            while (cells != null) {
                line++;
                if (!sink.row(line, cells)) {
                    return;
                }
                cells = record(reader);
            }
        }
    }

    /** One record of RFC 4180; null at the end. */
    private static @Nullable List<String> record(Reader reader) throws IOException {
        int c = reader.read();
        if (c < 0) {
            return null;
        }
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        while (c >= 0) {
            if (quoted) {
                if (c == '"') {
                    c = reader.read();
                    if (c == '"') {
                        cell.append('"');
                    } else {
                        quoted = false;
                        continue;
                    }
                } else {
                    cell.append((char) c);
                }
            } else if (c == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (c == ',') {
                add(cells, cell);
            } else if (c == '\n') {
                break;
            } else if (c != '\r') {
                cell.append((char) c);
            }
            c = reader.read();
        }
        add(cells, cell);
        return cells;
    }

    private static void add(List<String> cells, StringBuilder cell) {
        if (cells.size() < MOST_COLUMNS) {
            cells.add(cell.toString().strip());
        }
        cell.setLength(0);
    }

    private static boolean isUtf8(Path file) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        CharBuffer chars = CharBuffer.allocate(1 << 16);
        try (InputStream in = Files.newInputStream(file)) {
            boolean end = false;
            while (!end) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = read < 0;
                bytes.position(bytes.position() + Math.max(0, read)).flip();
                CoderResult result = decoder.decode(bytes, chars, end);
                if (result.isError()) {
                    return false;
                }
                bytes.compact();
                chars.clear();
            }
        }
        return true;
    }

    private static void xlsx(Path file, Sink sink) throws IOException, XMLStreamException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry sheet = zip.stream()
                    .filter(e -> e.getName().matches("xl/worksheets/sheet\\d+\\.xml"))
                    .min(Comparator.comparing((ZipEntry e) -> e.getName().length())
                            .thenComparing(ZipEntry::getName))
                    .orElseThrow(() -> new IOException("no worksheet"));
            List<String> shared = shared(zip);
            try (InputStream in = new Bounded(zip.getInputStream(sheet))) {
                sheet(factory().createXMLStreamReader(in), shared, sink);
            }
        }
    }

    private static List<String> shared(ZipFile zip) throws IOException, XMLStreamException {
        List<String> texts = new ArrayList<>();
        ZipEntry entry = zip.getEntry("xl/sharedStrings.xml");
        if (entry == null) {
            return texts;
        }
        long length = 0;
        try (InputStream in = new Bounded(zip.getInputStream(entry))) {
            XMLStreamReader xml = factory().createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("si")) {
                    String text = text(xml, "si");
                    length += text.length();
                    if (length > MOST_TEXT) {
                        throw new IOException("too much text");
                    }
                    texts.add(text);
                }
            }
        }
        return texts;
    }

    /** The text of all {@code t} within an element; phonetic hints ({@code rPh}) are not part of it. */
    private static String text(XMLStreamReader xml, String end) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean inText = false;
        boolean hint = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                hint |= xml.getLocalName().equals("rPh");
                inText = xml.getLocalName().equals("t") && !hint;
            } else if (isText(event) && inText) {
                append(text, xml);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                inText = false;
                if (xml.getLocalName().equals("rPh")) {
                    hint = false;
                } else if (xml.getLocalName().equals(end)) {
                    break;
                }
            }
        }
        return text.toString();
    }

    private static void sheet(XMLStreamReader xml, List<String> shared, Sink sink) throws XMLStreamException {
        int line = 0;
        List<String> cells = new ArrayList<>();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("row")) {
                String number = xml.getAttributeValue(null, "r");
                line = number == null ? line + 1 : Integer.parseInt(number);
                cells = new ArrayList<>();
            } else if (event == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("c")) {
                int column = column(xml.getAttributeValue(null, "r"), cells.size());
                String value = value(xml, shared);
                while (cells.size() < Math.min(column, MOST_COLUMNS)) {
                    cells.add("");
                }
                if (cells.size() < MOST_COLUMNS) {
                    cells.add(value.strip());
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("row")
                    && !sink.row(line, cells)) {
                return;
            }
        }
    }

    private static int column(@Nullable String reference, int otherwise) {
        if (reference == null) {
            return otherwise;
        }
        int column = 0;
        for (int i = 0; i < reference.length() && Character.isLetter(reference.charAt(i)); i++) {
            column = Math.min(column * 26 + Character.toUpperCase(reference.charAt(i)) - 'A' + 1, 100_000);
        }
        return column - 1;
    }

    private static String value(XMLStreamReader xml, List<String> shared) throws XMLStreamException {
        String type = xml.getAttributeValue(null, "t");
        StringBuilder value = new StringBuilder();
        boolean inValue = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                inValue = xml.getLocalName().equals("v") || xml.getLocalName().equals("t");
            } else if (isText(event) && inValue) {
                append(value, xml);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                inValue = false;
                if (xml.getLocalName().equals("c")) {
                    break;
                }
            }
        }
        if ("s".equals(type)) {
            return shared.get(Integer.parseInt(value.toString().strip()));
        }
        return "b".equals(type) ? (value.toString().equals("1") ? "是" : "否") : value.toString();
    }

    private static boolean isText(int event) {
        return event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA;
    }

    private static void append(StringBuilder text, XMLStreamReader xml) throws XMLStreamException {
        text.append(xml.getText());
        if (text.length() > LONGEST_CELL) {
            throw new XMLStreamException("a cell of more than " + LONGEST_CELL + " characters");
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // Portions, so that a text without end is noticed before it is in memory.
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    /** A small file that unpacks without end is refused. */
    private static final class Bounded extends FilterInputStream {
        private long left = MOST_BYTES;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            return count(super.read(), 1);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            return count(read, read);
        }

        private int count(int result, int bytes) throws IOException {
            left -= Math.max(0, bytes);
            if (left < 0) {
                throw new IOException("unpacks to too much");
            }
            return result;
        }
    }
}
