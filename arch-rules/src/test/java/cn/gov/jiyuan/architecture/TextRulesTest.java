package cn.gov.jiyuan.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.kernel.error.ErrorCode;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextRulesTest {
    private static final Pattern CODE = Pattern.compile("[a-z]+\\.[a-z0-9]+(-[a-z0-9]+)*");

    @Test
    void every_error_has_a_chinese_text_in_the_file_of_its_module() {
        Map<String, String> texts = texts();
        List<String> missing = new ArrayList<>();
        for (String code : codes()) {
            if (!code.substring(0, code.indexOf('.')).equals(texts.get(code))) {
                missing.add(code);
            }
        }
        assertThat(missing)
                .as("error codes without text in messages/<module>.properties; the citizen would read a code")
                .isEmpty();
    }

    @Test
    void every_error_code_is_its_module_and_a_word() {
        assertThat(codes())
                .as("codes are addresses in logs, texts and documents, so they have one form")
                .allMatch(code -> CODE.matcher(code).matches());
    }

    @Test
    void every_text_is_shown_somewhere() {
        Set<String> codes = codes();
        String sources = List.of(".java", ".html").stream()
                .flatMap(ending -> House.sources(ending).stream())
                .map(House.Source::text)
                .collect(Collectors.joining("\n"));
        List<String> dead = texts().keySet().stream()
                .filter(key -> !codes.contains(key) && !mentioned(key, sources))
                .toList();
        assertThat(dead)
                .as("texts that nothing shows; a dead text is translated, reviewed and corrected for nobody")
                .isEmpty();
    }

    /** Named in full, or by a beginning that ends with a dot or dash and is completed when running. */
    private static boolean mentioned(String key, String sources) {
        if (sources.contains(key + "\"") || sources.contains(key + "(") || sources.contains(key + "}")) {
            return true;
        }
        int end = Math.max(key.lastIndexOf('.'), key.lastIndexOf('-')) + 1;
        return sources.contains("\"" + key.substring(0, end) + "\" +");
    }

    private static Set<String> codes() {
        Set<String> codes = new TreeSet<>();
        for (JavaClass type : House.classes()) {
            if (type.isEnum() && type.isAssignableTo(ErrorCode.class)) {
                for (Object constant : type.reflect().getEnumConstants()) {
                    codes.add(((ErrorCode) constant).code());
                }
            }
        }
        assertThat(codes).as("error codes").hasSizeGreaterThan(100);
        return codes;
    }

    /** Key to the file that holds it. */
    private static Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        for (House.Source file : House.sources(".properties")) {
            if (file.module().equals("messages")) {
                Properties properties = new Properties();
                try {
                    properties.load(new StringReader(file.text()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                properties.stringPropertyNames().forEach(key -> texts.put(key, file.name()));
            }
        }
        return texts;
    }
}
