package cn.gov.jiyuan.data.exchange.collecting.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The encoding of a text file (编码): by its mark, otherwise by its first bytes beyond ASCII. UTF-8 has a shape that
 * GB18030 text practically never has by chance.
 *
 * @param mark bytes of the mark at the beginning, which are no text
 */
record Encoding(Charset charset, int mark) {
    static final Charset GB18030 = Charset.forName("GB18030");
    /** Bytes beyond ASCII that are looked at. */
    private static final int SAMPLE = 1 << 20;

    static Encoding of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(3);
            if (head.length == 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF) {
                return new Encoding(StandardCharsets.UTF_8, 3);
            } else if (head.length >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
                return new Encoding(StandardCharsets.UTF_16LE, 2);
            } else if (head.length >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
                return new Encoding(StandardCharsets.UTF_16BE, 2);
            }
        }
        return new Encoding(isUtf8(file) ? StandardCharsets.UTF_8 : GB18030, 0);
    }

    /** The better of the two guesses: a few damaged bytes do not make UTF-8 into something else. */
    private static boolean isUtf8(Path file) throws IOException {
        long good = 0;
        long bad = 0;
        long seen = 0;
        int follow = 0;
        byte[] bytes = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(bytes); read > 0 && seen < SAMPLE; read = in.read(bytes)) {
                for (int i = 0; i < read; i++) {
                    int b = bytes[i] & 0xFF;
                    if (follow > 0 && b >> 6 == 2) {
                        follow--;
                        good += follow == 0 ? 1 : 0;
                    } else if (follow > 0 || b >> 6 == 2 || b >= 0xF8) {
                        bad++;
                        follow = 0;
                    } else if (b >= 0xC0) {
                        follow = b >= 0xF0 ? 3 : b >= 0xE0 ? 2 : 1;
                    }
                    seen += b >= 0x80 ? 1 : 0;
                }
            }
        }
        return good >= bad;
    }
}
