package cn.gov.jiyuan.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/glossary.md}: which English name stands for a Chinese term. */
class GlossaryTest {
    private static final Pattern ENTRY = Pattern.compile("^\\| ([^|]+) \\| [^|]+ \\| [^|]+ \\|$", Pattern.MULTILINE);
    /** Between terms, but not within brackets that say which meaning is meant. */
    private static final Pattern BETWEEN = Pattern.compile("、(?![^（]*）)");

    @Test
    void every_chinese_term_stands_once() {
        List<String> terms = new ArrayList<>();
        Matcher entries = ENTRY.matcher(House.read(House.file("docs/glossary.md")));
        while (entries.find()) {
            terms.addAll(
                    BETWEEN.splitAsStream(entries.group(1)).map(String::strip).toList());
        }
        terms.removeIf(Predicate.isEqual("中文"));
        assertThat(terms).as("terms in the glossary").hasSizeGreaterThan(300);
        assertThat(terms)
                .as("a term with two entries has two names; brackets tell two meanings apart")
                .doesNotHaveDuplicates();
    }
}
