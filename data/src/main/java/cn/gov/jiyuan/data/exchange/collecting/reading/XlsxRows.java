package cn.gov.jiyuan.data.exchange.collecting.reading;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the first sheet of an Excel workbook, row by row. Of a formula the result that was kept is taken; one without
 * a result, or with an error for a result, is a fault of that cell. Days are told from numbers by their format.
 */
final class XlsxRows {
    static final int MOST_COLUMNS = 500;
    private static final long MOST_SHEET = 4L << 30;
    private static final long MOST_SHARED = 512L << 20;
    private static final long MOST_TEXT = 64L << 20;
    /** More than ever is written by a spreadsheet into a part that compresses well. */
    private static final long MOST_RATIO = 400;

    /** More does not fit into a cell of any spreadsheet. */
    private static final int LONGEST_CELL = 32_767;

    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);

    private final ZipFile zip;
    private final RowSink sink;
    private final List<String> shared = new ArrayList<>();
    private BitSet dates = new BitSet();
    private int width = -1;

    private XlsxRows(ZipFile zip, RowSink sink) {
        this.zip = zip;
        this.sink = sink;
    }

    static void read(Path file, RowSink sink) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            new XlsxRows(zip, sink).all();
        } catch (ZipException e) {
            throw new UnreadableException("不是有效的 Excel 工作簿（xlsx），文件可能已损坏或者加了密码", e);
        } catch (XMLStreamException | NumberFormatException | IndexOutOfBoundsException e) {
            throw new UnreadableException("Excel 工作簿内部结构有误，请用表格软件另存后重新报送：" + e.getMessage(), e);
        }
    }

    private void all() throws IOException, XMLStreamException {
        ZipEntry sheet = zip.stream()
                .filter(entry -> entry.getName().matches("xl/worksheets/sheet\\d+\\.xml"))
                .min(Comparator.comparing((ZipEntry entry) -> entry.getName().length())
                        .thenComparing(ZipEntry::getName))
                .orElseThrow(() -> new UnreadableException("工作簿里没有工作表"));
        readShared();
        readStyles();
        try (InputStream in = open(sheet, MOST_SHEET)) {
            readSheet(SafeXml.open(in));
        }
    }

    private InputStream open(ZipEntry entry, long most) throws IOException {
        long packed = Math.max(1, entry.getCompressedSize());
        if (entry.getSize() > (10L << 20) && entry.getSize() / packed > MOST_RATIO) {
            throw new UnreadableException("压缩内容解开后过大，疑似压缩炸弹，已停止读取");
        }
        return new SafeXml.Bounded(zip.getInputStream(entry), most);
    }

    private void readShared() throws IOException, XMLStreamException {
        ZipEntry entry = zip.getEntry("xl/sharedStrings.xml");
        if (entry == null) {
            return;
        }
        long length = 0;
        try (InputStream in = open(entry, MOST_SHARED)) {
            XMLStreamReader xml = SafeXml.open(in);
            while (xml.hasNext()) {
                int event = xml.next();
                SafeXml.refuseDoctype(event);
                if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("si")) {
                    String text = sharedText(xml);
                    length += text.length();
                    if (length > MOST_TEXT) {
                        throw new UnreadableException("工作簿的文字超过 " + MOST_TEXT + " 个字符，请改用 CSV 报送");
                    }
                    shared.add(text);
                }
            }
        }
    }

    /** The text of all {@code t} of a string; phonetic hints ({@code rPh}) are no part of it. */
    private static String sharedText(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean inText = false;
        boolean hint = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                hint |= xml.getLocalName().equals("rPh");
                inText = xml.getLocalName().equals("t") && !hint;
            } else if (SafeXml.isText(event) && inText) {
                append(text, xml);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                inText = false;
                hint &= !xml.getLocalName().equals("rPh");
                if (xml.getLocalName().equals("si")) {
                    break;
                }
            }
        }
        return text.toString();
    }

    /** Which cell formats show days. */
    private void readStyles() throws IOException, XMLStreamException {
        ZipEntry entry = zip.getEntry("xl/styles.xml");
        if (entry == null) {
            return;
        }
        Set<Integer> own = new HashSet<>();
        boolean formats = false;
        int index = 0;
        try (InputStream in = open(entry, MOST_TEXT)) {
            XMLStreamReader xml = SafeXml.open(in);
            while (xml.hasNext()) {
                int event = xml.next();
                SafeXml.refuseDoctype(event);
                if (event == XMLStreamConstants.END_ELEMENT) {
                    formats &= !xml.getLocalName().equals("cellXfs");
                } else if (event == XMLStreamConstants.START_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "numFmt" -> {
                            if (showsDay(attribute(xml, "formatCode"))) {
                                own.add(Integer.parseInt(attribute(xml, "numFmtId")));
                            }
                        }
                        case "cellXfs" -> formats = true;
                        case "xf" -> {
                            if (formats) {
                                int id = Integer.parseInt("0" + attribute(xml, "numFmtId"));
                                dates.set(index++, isDay(id) || own.contains(id));
                            }
                        }
                        default -> {}
                    }
                }
            }
        }
    }

    /** Built-in formats of days (ECMA-376 18.8.30), those of Chinese versions included. */
    private static boolean isDay(int format) {
        return format >= 14 && format <= 22 || format >= 27 && format <= 36 || format >= 50 && format <= 58;
    }

    private static boolean showsDay(String code) {
        String bare = code.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "").toLowerCase(java.util.Locale.ROOT);
        return bare.contains("y") || bare.contains("d") && bare.contains("m");
    }

    private static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private void readSheet(XMLStreamReader xml) throws XMLStreamException {
        long line = 0;
        List<@Nullable Object> cells = new ArrayList<>();
        while (xml.hasNext()) {
            int event = xml.next();
            SafeXml.refuseDoctype(event);
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("row")) {
                String number = xml.getAttributeValue(null, "r");
                line = number == null ? line + 1 : Long.parseLong(number);
                cells = new ArrayList<>();
            } else if (event == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("c")) {
                int column = column(xml.getAttributeValue(null, "r"), cells.size());
                if (column >= MOST_COLUMNS) {
                    Object beyond = value(xml);
                    if (beyond != null) {
                        throw new UnreadableException("第 " + line + " 行有数据在第 " + (column + 1) + " 列（Excel 最多 16384 列），"
                                + "超过可归集的 " + MOST_COLUMNS + " 列；请删去多余的列，或者把横排的表转成竖排后重新报送");
                    }
                    continue;
                }
                while (cells.size() < column) {
                    cells.add(null);
                }
                cells.add(value(xml));
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("row")
                    && !row(line, cells)) {
                return;
            }
        }
    }

    private boolean row(long line, List<@Nullable Object> cells) {
        boolean empty = cells.stream().allMatch(cell -> cell == null || cell.toString().isBlank());
        if (empty) {
            return true;
        }
        if (width < 0) {
            width = cells.size();
            List<SourceColumn> columns = new ArrayList<>();
            for (int i = 0; i < width; i++) {
                String name = cells.get(i) == null ? "" : String.valueOf(cells.get(i)).strip();
                columns.add(SourceColumn.untyped(name.isEmpty() ? "第" + (i + 1) + "列" : name));
            }
            sink.columns(columns);
            return true;
        }
        for (int i = width; i < cells.size(); i++) {
            Object cell = cells.get(i);
            if (cell != null && !cell.toString().isBlank()) {
                return sink.broken(line, String.valueOf(cell), "第 " + (i + 1) + " 列有数据，但表头只有 " + width + " 列");
            }
        }
        return sink.row(line, Arrays.copyOf(cells.toArray(), width));
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

    private @Nullable Object value(XMLStreamReader xml) throws XMLStreamException {
        String type = attribute(xml, "t");
        String style = attribute(xml, "s");
        StringBuilder value = new StringBuilder();
        StringBuilder formula = new StringBuilder();
        boolean computed = false;
        String inside = "";
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                inside = xml.getLocalName();
                computed |= inside.equals("f");
            } else if (SafeXml.isText(event) && (inside.equals("v") || inside.equals("t"))) {
                append(value, xml);
            } else if (SafeXml.isText(event) && inside.equals("f") && formula.length() < 200) {
                append(formula, xml);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                inside = "";
                if (xml.getLocalName().equals("c")) {
                    break;
                }
            }
        }
        String text = value.toString();
        if (text.isEmpty()) {
            return computed ? new CellFault("公式“=" + formula + "”没有保存计算结果，请重新计算并保存后报送") : null;
        }
        return switch (type) {
            case "s" -> shared.get(Integer.parseInt(text.strip()));
            case "e" -> new CellFault("单元格是错误值 " + text);
            case "b" -> text.equals("1");
            case "str", "inlineStr", "d" -> text;
            default -> number(text.strip(), style);
        };
    }

    private Object number(String text, String style) {
        BigDecimal number = new BigDecimal(text);
        if (style.isEmpty() || !dates.get(Integer.parseInt(style))) {
            return number.stripTrailingZeros().scale() <= 0 ? number.toBigInteger().toString() : number.toPlainString();
        }
        if (number.signum() < 0 || number.intValue() > 2_958_465) {
            return new CellFault("日期序号 " + text + " 超出范围");
        }
        LocalDate day = EPOCH.plusDays(number.longValue());
        long seconds = number.remainder(BigDecimal.ONE)
                .multiply(BigDecimal.valueOf(86_400))
                .setScale(0, java.math.RoundingMode.HALF_UP)
                .longValue();
        LocalDateTime moment = day.atStartOfDay().plusSeconds(seconds);
        return seconds == 0 ? day : moment;
    }

    private static void append(StringBuilder text, XMLStreamReader xml) {
        text.append(xml.getText());
        if (text.length() > LONGEST_CELL) {
            throw new UnreadableException("有单元格超过 " + LONGEST_CELL + " 个字符");
        }
    }
}
