package cn.gov.jiyuan.platform.search;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.List;

/**
 * Folds characters one by one, so that a place in the folded text is the same place in the original: full width to half
 * width, traditional to simplified, upper to lower case.
 */
final class Letters {
    private static final char FIRST_HAN = '\u3400';
    private static final char LAST_HAN = '\u9FFF';

    /** Filled as characters are met; two threads that fill the same place write the same. */
    private static final char[] SIMPLIFIED = new char[LAST_HAN - FIRST_HAN + 1];

    private Letters() {}

    private static final class Simplifier {
        static final Transliterator HANT_HANS = Transliterator.getInstance("Hant-Hans");
    }

    static String fold(String text) {
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            chars[i] = fold(chars[i]);
        }
        return new String(chars);
    }

    static boolean isHan(char c) {
        return c >= FIRST_HAN && c <= LAST_HAN;
    }

    static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Whether a folded character counts; all others separate. */
    static boolean isWord(char c) {
        return isHan(c) || isLatin(c) || isDigit(c);
    }

    /** Only the characters that count, folded: the key under which names are the same. */
    static String squeeze(String text) {
        StringBuilder key = new StringBuilder(text.length());
        for (char c : fold(text).toCharArray()) {
            if (isWord(c)) {
                key.append(c);
            }
        }
        return key.toString();
    }

    /** Without what stands in brackets: 食品（含保健食品）经营许可 becomes 食品经营许可. */
    static String withoutBrackets(String folded) {
        StringBuilder rest = new StringBuilder(folded.length());
        int depth = 0;
        for (char c : folded.toCharArray()) {
            if (c == '(' || c == '[' || c == '【') {
                depth++;
            } else if (c == ')' || c == ']' || c == '】') {
                depth = Math.max(0, depth - 1);
            } else if (depth == 0) {
                rest.append(c);
            }
        }
        return rest.toString();
    }

    /** The unbroken runs of Han characters and of letters and digits. */
    static List<String> runs(String folded) {
        List<String> runs = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= folded.length(); i++) {
            if (i == folded.length() || kind(folded.charAt(i)) != kind(folded.charAt(start))) {
                if (isWord(folded.charAt(start))) {
                    runs.add(folded.substring(start, i));
                }
                start = i;
            }
        }
        return runs;
    }

    private static int kind(char c) {
        return isHan(c) ? 2 : isWord(c) ? 1 : 0;
    }

    private static char fold(char c) {
        if (c < 128) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        if (c >= '\uFF01' && c <= '\uFF5E') {
            return fold((char) (c - 0xFEE0));
        }
        if (c == '\u3000') {
            return ' ';
        }
        return isHan(c) ? simplified(c) : c;
    }

    private static char simplified(char c) {
        char known = SIMPLIFIED[c - FIRST_HAN];
        if (known == 0) {
            String simple = Simplifier.HANT_HANS.transliterate(String.valueOf(c));
            known = simple.length() == 1 ? simple.charAt(0) : c;
            SIMPLIFIED[c - FIRST_HAN] = known;
        }
        return known;
    }
}
