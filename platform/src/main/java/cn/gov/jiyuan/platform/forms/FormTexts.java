package cn.gov.jiyuan.platform.forms;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The engine's Chinese sentences, from its message bundle. */
final class FormTexts {
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("messages/forms", Locale.ROOT);

    private FormTexts() {}

    static String text(String key, Object... arguments) {
        return new MessageFormat(TEXTS.getString(key), Locale.SIMPLIFIED_CHINESE).format(arguments);
    }
}
