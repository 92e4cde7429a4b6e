package cn.gov.jiyuan.platform.files;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The types of file that people may hand in (可接收的文件类型). */
enum FileType {
    PDF("PDF 文件", List.of("pdf"), List.of("application/pdf")),
    OFD("OFD 版式文件", List.of("ofd"), List.of("application/ofd", "application/vnd.ofd", "application/x-ofd")),
    PNG("PNG 图片", List.of("png"), List.of("image/png")),
    JPEG("JPEG 图片", List.of("jpg", "jpeg"), List.of("image/jpeg", "image/jpg", "image/pjpeg")),
    DOCX(
            "Word 文档",
            List.of("docx"),
            List.of("application/vnd.openxmlformats-officedocument.wordprocessingml.document")),
    XLSX("Excel 表格", List.of("xlsx"), List.of("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));

    private static final List<String> NOTHING_SAID =
            List.of("", "application/octet-stream", "application/zip", "application/x-zip-compressed");
    private final String label;
    private final List<String> extensions;
    private final List<String> mediaTypes;

    FileType(String label, List<String> extensions, List<String> mediaTypes) {
        this.label = label;
        this.extensions = extensions;
        this.mediaTypes = mediaTypes;
    }

    String label() {
        return label;
    }

    String mediaType() {
        return mediaTypes.getFirst();
    }

    boolean isNamedBy(String extension) {
        return extensions.contains(extension.toLowerCase(Locale.ROOT));
    }

    /** Whether a declared media type fits; browsers often declare nothing or just an archive. */
    boolean isDeclaredBy(String declared) {
        int parameters = declared.indexOf(';');
        String type = (parameters < 0 ? declared : declared.substring(0, parameters))
                .strip()
                .toLowerCase(Locale.ROOT);
        return NOTHING_SAID.contains(type) || mediaTypes.contains(type);
    }

    static Optional<FileType> named(String extension) {
        return Arrays.stream(values()).filter(type -> type.isNamedBy(extension)).findFirst();
    }

    /** For a refusal: all that is accepted. */
    static String accepted() {
        return Arrays.stream(values())
                .map(type -> type.label + "（" + String.join("、", type.extensions) + "）")
                .collect(Collectors.joining("、"));
    }
}
