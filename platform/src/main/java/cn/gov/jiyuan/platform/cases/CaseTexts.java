package cn.gov.jiyuan.platform.cases;

import cn.gov.jiyuan.kernel.error.Fault;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/** Sentences of this engine's refusals, for offers that tell in advance why something cannot be done. */
final class CaseTexts {
    private static final Properties TEXTS = load();

    private CaseTexts() {}

    static String of(Fault fault) {
        String pattern = TEXTS.getProperty(fault.code().code(), fault.code().code());
        return new MessageFormat(pattern, Locale.CHINA).format(fault.arguments().toArray());
    }

    private static Properties load() {
        Properties texts = new Properties();
        try (InputStreamReader in = new InputStreamReader(
                Objects.requireNonNull(CaseTexts.class.getResourceAsStream("/messages/cases.properties")),
                StandardCharsets.UTF_8)) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
