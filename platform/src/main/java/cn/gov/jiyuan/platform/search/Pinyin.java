package cn.gov.jiyuan.platform.search;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Readings of Han characters without tones (拼音). Characters with several readings are read as the words of
 * {@code search/polyphones.txt} tell, ü is written u.
 */
final class Pinyin {
    private static final int LONGEST_SYLLABLE = 6;

    private final Map<String, List<String>> words = new HashMap<>();
    private final int longestWord;
    private final Set<String> syllables = new HashSet<>();
    private final Map<Character, String> readings = new ConcurrentHashMap<>();

    private static final class Reader {
        static final Transliterator HAN_LATIN = Transliterator.getInstance("Han-Latin; Latin-ASCII; Lower");
    }

    Pinyin() {
        int longest = 1;
        for (String line : Resources.lines("polyphones.txt")) {
            int sign = line.indexOf('=');
            String word = line.substring(0, sign);
            words.put(
                    word,
                    Arrays.stream(line.substring(sign + 1).split(" ", -1))
                            .map(Pinyin::plain)
                            .toList());
            longest = Math.max(longest, word.length());
        }
        longestWord = longest;
        for (String line : Resources.lines("syllables.txt")) {
            syllables.addAll(List.of(line.split(" ", -1)));
        }
    }

    /** Syllables of a run of folded Han characters, one per character. */
    List<String> syllables(String run) {
        List<String> result = new ArrayList<>(run.length());
        int i = 0;
        while (i < run.length()) {
            int length = wordAt(run, i);
            if (length > 0) {
                result.addAll(words.getOrDefault(run.substring(i, i + length), List.of()));
                i += length;
            } else {
                result.add(reading(run.charAt(i)));
                i++;
            }
        }
        return result;
    }

    /** The reading of a text, syllables joined; letters and digits stay. */
    String joined(String folded) {
        StringBuilder joined = new StringBuilder();
        for (String run : Letters.runs(folded)) {
            joined.append(Letters.isHan(run.charAt(0)) ? String.join("", syllables(run)) : run);
        }
        return joined.toString();
    }

    /**
     * Cuts letters written without spaces into as few syllables as possible; a beginning of a syllable may stand last.
     * Empty if they are no pinyin.
     */
    List<String> cut(String letters) {
        String text = plain(letters);
        int[] pieces = new int[text.length() + 1];
        int[] from = new int[text.length() + 1];
        Arrays.fill(pieces, Integer.MAX_VALUE);
        pieces[0] = 0;
        for (int end = 1; end <= text.length(); end++) {
            for (int start = Math.max(0, end - LONGEST_SYLLABLE); start < end; start++) {
                if (pieces[start] < pieces[end] - 1 && isPiece(text, start, end)) {
                    pieces[end] = pieces[start] + 1;
                    from[end] = start;
                }
            }
        }
        return pieces[text.length()] == Integer.MAX_VALUE ? List.of() : pieces(text, from);
    }

    /** One spelling for sounds that many people here do not tell apart: zh/z, ch/c, sh/s, ng/n. */
    static String fuzzy(String syllable) {
        String text = syllable;
        if (text.length() > 2 && text.charAt(1) == 'h') {
            text = text.charAt(0) + text.substring(2);
        }
        return text.endsWith("ng") ? text.substring(0, text.length() - 1) : text;
    }

    /** ü as it is typed. */
    static String plain(String letters) {
        return letters.replace('v', 'u');
    }

    private boolean isPiece(String text, int start, int end) {
        String piece = text.substring(start, end);
        return syllables.contains(piece)
                || (end == text.length() && syllables.stream().anyMatch(s -> s.startsWith(piece)));
    }

    private static List<String> pieces(String text, int[] from) {
        List<String> pieces = new ArrayList<>();
        for (int end = text.length(); end > 0; end = from[end]) {
            pieces.add(text.substring(from[end], end));
        }
        return pieces.reversed();
    }

    private int wordAt(String run, int start) {
        for (int length = Math.min(longestWord, run.length() - start); length > 0; length--) {
            if (words.containsKey(run.substring(start, start + length))) {
                return length;
            }
        }
        return 0;
    }

    private String reading(char han) {
        return readings.computeIfAbsent(han, c -> {
            String latin = Reader.HAN_LATIN.transliterate(String.valueOf(c)).strip();
            return latin.chars().allMatch(l -> l >= 'a' && l <= 'z') && !latin.isEmpty() ? latin : String.valueOf(c);
        });
    }
}
