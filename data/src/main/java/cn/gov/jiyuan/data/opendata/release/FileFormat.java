package cn.gov.jiyuan.data.opendata.release;

import java.util.Locale;

/** Formats in which every version is published. */
public enum FileFormat {
    CSV("text/csv", "逗号分隔文本，UTF-8"),
    JSON("application/json", "JSON 数组"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel 工作簿");

    private final String mediaType;
    private final String label;

    FileFormat(String mediaType, String label) {
        this.mediaType = mediaType;
        this.label = label;
    }

    public String mediaType() {
        return mediaType;
    }

    public String label() {
        return label;
    }

    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }
}
