package cn.gov.jiyuan.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The parameters that ship with the software ({@code rules/<system>.json}) and whoever asks for them. */
class ParameterRulesTest {
    private static final Pattern KEY = Pattern.compile("\"key\": *\"([^\"]+)\"");
    private static final Pattern BLANK = Pattern.compile("consequence\\(\"[^\"]*\\{([a-z-]+\\.[a-z.-]+)}");
    private static final Pattern IN_TEMPLATE = Pattern.compile("@ruleTexts\\.[a-z]+\\('([^']+)'\\)");

    @Test
    void every_shipped_parameter_is_read() {
        String readers = Stream.concat(
                        House.sources(".java").stream()
                                .filter(file -> !file.name().startsWith("Demo")),
                        Stream.concat(
                                House.sources(".html").stream(),
                                House.sources(".json").stream().filter(file -> !isParameters(file))))
                .map(House.Source::text)
                .collect(Collectors.joining("\n"));
        List<String> dead =
                shipped().stream().filter(key -> !isRead(key, readers)).toList();
        assertThat(dead)
                .as("parameters that no code reads; the city would change them and nothing would follow")
                .isEmpty();
    }

    @Test
    void every_parameter_that_a_sentence_names_is_shipped() {
        Set<String> named = new TreeSet<>();
        House.sources(".java").forEach(file -> collect(BLANK, file, named));
        House.sources(".html").forEach(file -> collect(IN_TEMPLATE, file, named));
        assertThat(named).as("parameters named in sentences").isNotEmpty();
        assertThat(shipped())
                .as("a sentence that names an unknown parameter fails when somebody reads it")
                .containsAll(named);
    }

    /** Named in full, or by a beginning that ends with a dot and is completed when running. */
    private static boolean isRead(String key, String readers) {
        if (readers.contains("\"" + key + "\"")
                || readers.contains("'" + key + "'")
                || readers.contains("{" + key + "}")) {
            return true;
        }
        for (int dot = key.lastIndexOf('.'); dot > key.indexOf('.'); dot = key.lastIndexOf('.', dot - 1)) {
            if (readers.contains("\"" + key.substring(0, dot + 1) + "\" +")) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> shipped() {
        Set<String> keys = new TreeSet<>();
        House.sources(".json").stream()
                .filter(ParameterRulesTest::isParameters)
                .forEach(file -> collect(KEY, file, keys));
        assertThat(keys).as("shipped parameters").hasSizeGreaterThan(50);
        return keys;
    }

    private static boolean isParameters(House.Source file) {
        return file.path().contains("/src/main/resources/rules/");
    }

    private static void collect(Pattern pattern, House.Source file, Set<String> found) {
        Matcher matcher = pattern.matcher(file.text());
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
    }
}
