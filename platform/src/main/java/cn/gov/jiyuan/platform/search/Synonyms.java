package cn.gov.jiyuan.platform.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people say and what the catalogue calls it (口语词典), from {@code search/synonyms.txt}. */
final class Synonyms {
    private final Map<String, List<String>> proper = new HashMap<>();
    private final Map<String, String> byPinyin = new HashMap<>();
    private final int longest;

    /** A saying found in a text, with the proper wordings, the best first. */
    record Found(int start, int end, List<String> proper) {}

    Synonyms(Pinyin pinyin) {
        int length = 1;
        for (String line : Resources.lines("synonyms.txt")) {
            int arrow = line.indexOf('→');
            List<String> targets = parts(line.substring(arrow + 1), "；");
            for (String saying : parts(line.substring(0, arrow), "、")) {
                String key = Letters.squeeze(saying);
                proper.merge(key, targets, Synonyms::union);
                byPinyin.put(pinyin.joined(key), key);
                length = Math.max(length, key.length());
            }
        }
        longest = length;
    }

    /** The sayings in a squeezed text from left to right, the longest where several begin. */
    List<Found> in(String text) {
        List<Found> found = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            Found here = at(text, i);
            if (here != null) {
                found.add(here);
                i = here.end();
            } else {
                i++;
            }
        }
        return found;
    }

    /** The saying that sounds like these letters, if there is one. */
    @Nullable
    String soundingLike(String letters) {
        return byPinyin.get(letters);
    }

    int size() {
        return proper.size();
    }

    private @Nullable Found at(String text, int start) {
        for (int length = Math.min(longest, text.length() - start); length > 1; length--) {
            List<String> targets = proper.get(text.substring(start, start + length));
            if (targets != null) {
                return new Found(start, start + length, targets);
            }
        }
        return null;
    }

    private static List<String> parts(String text, String separator) {
        return Arrays.stream(text.split(separator, -1)).map(String::strip).toList();
    }

    private static List<String> union(List<String> first, List<String> second) {
        List<String> both = new ArrayList<>(first);
        second.stream().filter(s -> !both.contains(s)).forEach(both::add);
        return both;
    }
}
