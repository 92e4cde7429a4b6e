package cn.gov.jiyuan.data.exchange.collecting.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Forms of files that can be collected (文件格式). */
public enum FileFormat {
    CSV("CSV 文本"),
    XLSX("Excel 表格"),
    JSON("JSON"),
    XML("XML");

    private final String label;

    FileFormat(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** By the ending of a name; {@code .txt} and {@code .tsv} are text, {@code .jsonl} is JSON in lines. */
    public static Optional<FileFormat> named(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
        return switch (ending) {
            case "TXT", "TSV" -> Optional.of(CSV);
            case "JSONL", "NDJSON" -> Optional.of(JSON);
            default ->
                Arrays.stream(values())
                        .filter(format -> format.name().equals(ending))
                        .findFirst();
        };
    }

    /**
     * Reads a file.
     *
     * @param rowsAt where the rows are: a JSON pointer, or the name of the XML element of a row; empty to find out
     * @throws UnreadableException where nothing more can be read
     */
    public void read(Path file, String rowsAt, RowSink sink) {
        try {
            switch (this) {
                case CSV -> CsvRows.read(file, sink);
                case XLSX -> XlsxRows.read(file, sink);
                case JSON -> JsonRows.read(file, rowsAt, sink);
                case XML -> XmlRows.read(file, rowsAt, sink);
            }
        } catch (IOException e) {
            throw new UnreadableException("文件读取中断：" + e.getMessage(), e);
        }
    }
}
