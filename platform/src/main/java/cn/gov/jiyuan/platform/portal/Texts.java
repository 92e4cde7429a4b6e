package cn.gov.jiyuan.platform.portal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The Chinese sentences of all modules, from {@code messages/*.properties}. */
@Component
public final class Texts {
    private final Map<String, String> sentences = new HashMap<>();

    Texts() {
        try {
            for (Resource resource :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
                try (Reader in = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
                    Properties properties = new Properties();
                    properties.load(in);
                    properties.forEach((key, text) -> sentences.put((String) key, (String) text));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sentence of a code; the code itself and its arguments if there is none. */
    public String of(String code, List<Object> arguments) {
        String pattern = sentences.get(code);
        if (pattern == null) {
            return arguments.isEmpty() ? code : code + "：" + arguments;
        }
        return new MessageFormat(pattern, Locale.CHINA).format(arguments.toArray());
    }

    public boolean has(String code) {
        return sentences.containsKey(code);
    }
}
