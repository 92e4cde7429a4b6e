package cn.gov.jiyuan.platform.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One condition of a table as far as it can be checked for completeness: nothing, a list of texts or truth values, a
 * list of numbers and ranges, or the negation of such a list.
 */
record Cell(boolean negated, List<Test> tests) {
    private static final String NUMBER = "-?\\d+(?:\\.\\d+)?";
    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"|(true|false)");
    private static final Pattern POINT = Pattern.compile(NUMBER);
    private static final Pattern COMPARISON = Pattern.compile("(<=|>=|<|>)\\s*(" + NUMBER + ")");
    private static final Pattern RANGE =
            Pattern.compile("([\\[(\\]])\\s*(" + NUMBER + ")\\s*\\.\\.\\s*(" + NUMBER + ")\\s*([\\])\\[])");
    private static final Pattern NOT = Pattern.compile("not\\s*\\((.*)\\)");

    sealed interface Test {
        /** Exactly this text. */
        record Is(String text) implements Test {}

        /** A number between two bounds; null is unbounded. */
        record Between(
                @Nullable BigDecimal low,
                boolean lowIn,
                @Nullable BigDecimal high,
                boolean highIn) implements Test {
            boolean holds(BigDecimal number) {
                int fromLow = low == null ? 1 : number.compareTo(low);
                int fromHigh = high == null ? -1 : number.compareTo(high);
                return (fromLow > 0 || (fromLow == 0 && lowIn)) && (fromHigh < 0 || (fromHigh == 0 && highIn));
            }
        }
    }

    /** @return null if the cell is richer than this check understands */
    static @Nullable Cell parse(String written) {
        String text = written.strip();
        if (text.isEmpty() || text.equals("-")) {
            return new Cell(false, List.of());
        }
        Matcher not = NOT.matcher(text);
        if (not.matches()) {
            List<Test> inner = tests(not.group(1));
            return inner == null ? null : new Cell(true, inner);
        }
        List<Test> tests = tests(text);
        return tests == null ? null : new Cell(false, tests);
    }

    boolean any() {
        return tests.isEmpty();
    }

    boolean accepts(Sample sample) {
        return any() || negated != tests.stream().anyMatch(test -> holds(test, sample));
    }

    Set<String> texts() {
        Set<String> texts = new TreeSet<>();
        for (Test test : tests) {
            if (test instanceof Test.Is is) {
                texts.add(is.text());
            }
        }
        return texts;
    }

    Set<BigDecimal> bounds() {
        Set<BigDecimal> bounds = new TreeSet<>();
        for (Test test : tests) {
            if (test instanceof Test.Between range) {
                if (range.low() != null) {
                    bounds.add(range.low());
                }
                if (range.high() != null) {
                    bounds.add(range.high());
                }
            }
        }
        return bounds;
    }

    /** One value that stands for all that the table cannot tell apart. */
    record Sample(
            String shown, @Nullable String text, @Nullable BigDecimal number) {}

    private static boolean holds(Test test, Sample sample) {
        return switch (test) {
            case Test.Is is -> is.text().equals(sample.text());
            case Test.Between range -> sample.number() != null && range.holds(sample.number());
        };
    }

    private static @Nullable List<Test> tests(String text) {
        List<Test> tests = new ArrayList<>();
        for (String part : parts(text)) {
            Test test = test(part.strip());
            if (test == null) {
                return null;
            }
            tests.add(test);
        }
        return tests;
    }

    private static @Nullable Test test(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (matcher.matches()) {
            return new Test.Is(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
        if (POINT.matcher(text).matches()) {
            BigDecimal point = new BigDecimal(text);
            return new Test.Between(point, true, point, true);
        }
        matcher = COMPARISON.matcher(text);
        if (matcher.matches()) {
            return comparison(matcher.group(1), new BigDecimal(matcher.group(2)));
        }
        matcher = RANGE.matcher(text);
        return matcher.matches()
                ? new Test.Between(
                        new BigDecimal(matcher.group(2)),
                        matcher.group(1).equals("["),
                        new BigDecimal(matcher.group(3)),
                        matcher.group(4).equals("]"))
                : null;
    }

    private static Test comparison(String sign, BigDecimal bound) {
        boolean in = sign.endsWith("=");
        return sign.startsWith("<")
                ? new Test.Between(null, false, bound, in)
                : new Test.Between(bound, in, null, false);
    }

    /** Splits at commas outside of quotes. */
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            quoted ^= text.charAt(i) == '"';
            if (text.charAt(i) == ',' && !quoted) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }
}
