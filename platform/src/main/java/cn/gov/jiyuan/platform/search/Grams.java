package cn.gov.jiyuan.platform.search;

import java.util.ArrayList;
import java.util.List;

/** Cuts folded text into the terms of the index: pairs of Han characters, single ones, and whole words of letters. */
final class Grams {
    private Grams() {}

    /** Pairs of neighbouring Han characters; a run of one stays alone; words of letters and digits whole. */
    static List<String> pairs(String folded) {
        List<String> grams = new ArrayList<>();
        for (String run : Letters.runs(folded)) {
            if (!Letters.isHan(run.charAt(0)) || run.length() == 1) {
                grams.add(run);
            } else {
                for (int i = 0; i + 2 <= run.length(); i++) {
                    grams.add(run.substring(i, i + 2));
                }
            }
        }
        return grams;
    }

    /** Single Han characters. */
    static List<String> singles(String folded) {
        List<String> grams = new ArrayList<>();
        for (char c : folded.toCharArray()) {
            if (Letters.isHan(c)) {
                grams.add(String.valueOf(c));
            }
        }
        return grams;
    }

    /** Pairs of neighbouring syllables in the spelling of {@link Pinyin#fuzzy}. */
    static List<String> sounds(List<String> syllables) {
        List<String> grams = new ArrayList<>();
        for (int i = 0; i + 2 <= syllables.size(); i++) {
            grams.add(Pinyin.fuzzy(syllables.get(i)) + "_" + Pinyin.fuzzy(syllables.get(i + 1)));
        }
        return grams;
    }
}
