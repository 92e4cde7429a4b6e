package cn.gov.jiyuan.platform.files;

import cn.gov.jiyuan.kernel.error.Fault;
import java.text.Normalizer;

/**
 * A name that is safe to show, to store and to download under: no path, no characters that a file system forbids, not
 * longer than 120 characters. Names with control or direction-changing characters are refused, because they show
 * something else than they are.
 */
record FileName(String text) {
    private static final int LONGEST = 120;
    private static final int LONGEST_EXTENSION = 10;

    static FileName of(String given) {
        String name = Normalizer.normalize(given, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        if (name.codePoints().anyMatch(FileName::hides)) {
            throw new Fault(FilesError.HOSTILE_NAME);
        }
        name = name.replaceAll("[<>:\"|?*]", "_").replaceAll("^[.\\s]+|[.\\s]+$", "");
        return new FileName(name.isEmpty() ? "文件" : shortened(name));
    }

    private static boolean hides(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static String shortened(String name) {
        int excess = name.codePointCount(0, name.length()) - LONGEST;
        if (excess <= 0) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        boolean extended = dot > 0 && name.length() - dot <= LONGEST_EXTENSION;
        String tail = extended ? name.substring(dot) : "";
        return name.substring(0, name.offsetByCodePoints(0, LONGEST - tail.length())) + tail;
    }

    /** Without the dot; empty if there is none. */
    String extension() {
        int dot = text.lastIndexOf('.');
        return dot < 0 ? "" : text.substring(dot + 1);
    }
}
