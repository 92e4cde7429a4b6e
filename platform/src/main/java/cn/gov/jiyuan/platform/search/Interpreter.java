package cn.gov.jiyuan.platform.search;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Understands a question: drops the words that only ask, adds the catalogue's words for what people say. */
final class Interpreter {
    private static final int LONGEST_QUESTION = 100;
    private static final int MOST_WORDINGS = 8;
    private static final float LEAST_SHARE = 0.45f;
    private static final float LESSER_WORDING = 0.85f;
    /** 开个店, 办一家厂: the counting word says nothing. */
    private static final Pattern COUNTED = Pattern.compile("([开办做搞要买租领换])(?:一个|一家|一间|个|家|间|张)");

    private static final Pattern LETTERS = Pattern.compile("[a-z]+");

    private final Synonyms synonyms;
    private final Pattern stopPhrases;

    Interpreter(Synonyms synonyms) {
        this.synonyms = synonyms;
        this.stopPhrases = Pattern.compile(Resources.lines("stop-phrases.txt").stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|")));
    }

    Question understand(String typed) {
        String text = Letters.fold(typed.substring(0, Math.min(LONGEST_QUESTION, typed.length())))
                .strip();
        String asked = COUNTED.matcher(stopPhrases.matcher(text).replaceAll(" "))
                .replaceAll("$1")
                .strip();
        String core = Letters.squeeze(asked).isEmpty() ? text : asked;
        String key = Letters.squeeze(core);
        String letters = LETTERS.matcher(key).matches() ? Pinyin.plain(key) : null;
        return new Question(core, wordings(key, letters, Letters.squeeze(text)), letters);
    }

    private List<Question.Wording> wordings(String key, @Nullable String letters, String whole) {
        String sound = letters == null ? null : synonyms.soundingLike(letters);
        String spoken = sound == null ? key : sound;
        List<Synonyms.Found> found = synonyms.in(spoken);
        if (found.isEmpty()) {
            spoken = whole;
            found = synonyms.in(whole);
        }
        Map<String, Float> wordings = new LinkedHashMap<>();
        wordings.put(key, 1f);
        if (!found.isEmpty()) {
            addReplaced(wordings, spoken, found);
            addProper(wordings, spoken, found);
        }
        return wordings.entrySet().stream()
                .limit(MOST_WORDINGS)
                .map(e -> new Question.Wording(e.getKey(), e.getValue()))
                .toList();
    }

    /** The question with each saying replaced by proper words, so that the rest still counts: 饭店换证 keeps 换证. */
    private static void addReplaced(Map<String, Float> wordings, String text, List<Synonyms.Found> found) {
        int choices = found.stream().mapToInt(f -> f.proper().size()).max().orElse(0);
        float boost = 1;
        for (int choice = 0; choice < choices; choice++) {
            StringBuilder result = new StringBuilder();
            int from = 0;
            for (Synonyms.Found saying : found) {
                int index = Math.min(choice, saying.proper().size() - 1);
                result.append(text, from, saying.start())
                        .append(plain(saying.proper().get(index)));
                from = saying.end();
            }
            wordings.putIfAbsent(result.append(text.substring(from)).toString(), boost);
            boost *= LESSER_WORDING;
        }
    }

    /** The proper words alone; they count the less, the more was said besides. */
    private static void addProper(Map<String, Float> wordings, String text, List<Synonyms.Found> found) {
        int said = found.stream().mapToInt(f -> f.end() - f.start()).sum();
        float share = (float) said / text.length();
        if (share < LEAST_SHARE) {
            return;
        }
        float boost = share * share;
        for (Synonyms.Found saying : found) {
            float each = boost;
            for (String proper : saying.proper()) {
                wordings.putIfAbsent(plain(proper), each);
                each *= LESSER_WORDING;
            }
        }
    }

    private static String plain(String proper) {
        return Letters.squeeze(Letters.withoutBrackets(Letters.fold(proper)));
    }
}
