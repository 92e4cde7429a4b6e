package cn.gov.jiyuan.platform.documents;

import cn.gov.jiyuan.kernel.error.Fault;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Looks through a PDF that anybody may have made, before the library reads it (PDF 预检). The library unpacks streams without
 * a limit: six megabytes that hold six gigabytes would take the memory of all who work on the node.
 */
final class PdfGuard {
    private static final int MOST_STREAMS = 20_000;
    private static final String STREAM = "stream";
    private static final String END = "(?![^\\s/<>\\[\\](){}%])";
    /** Filters that swell like the usual one but are not counted here. */
    private static final String COUNTED =
            "(?!/(?:LZWDecode|LZW|RunLengthDecode|RL|Crypt)" + END + ")/[^\\s/<>\\[\\](){}%]+";

    private static final Pattern FILTER = Pattern.compile("/Filter" + END);
    private static final Pattern ONE_FILTER =
            Pattern.compile("\\s*(?:" + COUNTED + "|\\[\\s*(?:" + COUNTED + ")?\\s*\\])");
    private static final Pattern WIDTH = Pattern.compile("/(?:Columns|BitsPerComponent|Colors)" + END);
    private static final Pattern SMALL = Pattern.compile("\\s*\\d{1,5}(?!\\d|\\s+\\d+\\s+R)");
    private static final Pattern ENCRYPTED = Pattern.compile("/Encrypt" + END);
    private static final Pattern ESCAPED =
            Pattern.compile("/([^\\s/<>\\[\\](){}%]*#[0-9A-Fa-f]{2}[^\\s/<>\\[\\](){}%]*)");
    private static final Set<String> NEVER_ESCAPED = Set.of(
            "Filter",
            "Columns",
            "BitsPerComponent",
            "Colors",
            "Encrypt",
            "LZWDecode",
            "LZW",
            "RunLengthDecode",
            "RL",
            "Crypt");

    private PdfGuard() {}

    static void check(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        if (ENCRYPTED.matcher(text).find()) {
            throw new Fault(DocumentsError.UNREADABLE_PDF, "已加密");
        }
        if (ESCAPED.matcher(text).results().anyMatch(name -> NEVER_ESCAPED.contains(unescaped(name.group(1))))) {
            throw new Fault(DocumentsError.UNREADABLE_PDF, "改写了关键字");
        }
        require(text, FILTER, ONE_FILTER, "使用了多重或者少见的压缩方式");
        require(text, WIDTH, SMALL, "压缩参数异常");
        unpack(file, text);
    }

    private static String unescaped(String name) {
        return Pattern.compile("#([0-9A-Fa-f]{2})")
                .matcher(name)
                .replaceAll(hex -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(hex.group(1), 16))));
    }

    private static void require(String text, Pattern key, Pattern value, String otherwise) {
        Matcher keys = key.matcher(text);
        Matcher values = value.matcher(text);
        while (keys.find()) {
            if (!values.region(keys.end(), text.length()).lookingAt()) {
                throw new Fault(DocumentsError.UNREADABLE_PDF, otherwise);
            }
        }
    }

    /** Unpacks each stream as the library would, with or without a sound header, and keeps nothing but the count. */
    private static void unpack(byte[] file, String text) {
        Inflater inflater = new Inflater(true);
        byte[] sink = new byte[1 << 16];
        long total = 0;
        int count = 0;
        try {
            for (int at = text.indexOf(STREAM); at >= 0; at = text.indexOf(STREAM, at + 1)) {
                if (++count > MOST_STREAMS) {
                    throw new Fault(DocumentsError.TOO_MANY_PARTS, MOST_STREAMS);
                }
                int start = Math.min(data(file, at + STREAM.length()) + 2, file.length);
                inflater.reset();
                inflater.setInput(file, start, file.length - start);
                total += unpacked(inflater, sink, ZipReader.LARGEST_CONTENT - total);
            }
        } finally {
            inflater.end();
        }
    }

    private static int data(byte[] file, int after) {
        int at = after;
        while (at < file.length && file[at] == ' ') {
            at++;
        }
        if (at < file.length && file[at] == '\r') {
            at++;
        }
        return at < file.length && file[at] == '\n' ? at + 1 : at;
    }

    private static long unpacked(Inflater inflater, byte[] sink, long room) {
        long total = 0;
        try {
            for (int some = inflater.inflate(sink); some > 0; some = inflater.inflate(sink)) {
                total += some;
                if (total > room) {
                    throw new Fault(DocumentsError.SUSPICIOUS_RATIO, "PDF");
                }
            }
        } catch (DataFormatException otherData) {
            // Not packed in this way, or not to its end; what came before counts.
        }
        return total;
    }
}
