package cn.gov.jiyuan.platform.cases;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Blanks for terms in a sentence (时限留空), “在 {acceptance} 内告知”. Each names a clock or, with a full stop in it, a rule;
 * what it says is filled in by the rule of the day, so that no sentence promises a term that no longer holds.
 */
final class TermBlanks {
    private static final Pattern BLANK = Pattern.compile("\\{([a-z.-]+)}");

    private TermBlanks() {}

    static List<String> clocks(String sentence) {
        return BLANK.matcher(sentence)
                .results()
                .map(blank -> blank.group(1))
                .filter(name -> !isRule(name))
                .toList();
    }

    static boolean isRule(String name) {
        return name.indexOf('.') >= 0;
    }

    static String fill(String sentence, Function<String, Optional<StatedTerm>> terms) {
        return BLANK.matcher(sentence).replaceAll(blank -> Matcher.quoteReplacement(text(blank, terms)));
    }

    private static String text(MatchResult blank, Function<String, Optional<StatedTerm>> terms) {
        return terms.apply(blank.group(1)).map(stated -> stated.term().text()).orElse("规定期限");
    }
}
