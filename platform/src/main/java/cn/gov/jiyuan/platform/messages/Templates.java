package cn.gov.jiyuan.platform.messages;

import cn.gov.jiyuan.kernel.error.Fault;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The templates of all modules. */
final class Templates {
    private final Properties texts = new Properties();

    Templates() {
        try {
            for (Resource resource :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:notices/*.properties")) {
                try (Reader in = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
                    texts.load(in);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Template of(String name) {
        String title = texts.getProperty(name + ".title");
        String body = texts.getProperty(name + ".body");
        if (title == null || body == null) {
            throw new Fault(MessagesError.UNKNOWN_TEMPLATE, name);
        }
        return new Template(title, body, channels(texts.getProperty(name + ".channels", "")));
    }

    private static Set<Channel> channels(String listed) {
        return Arrays.stream(listed.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> Channel.valueOf(name.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }
}
