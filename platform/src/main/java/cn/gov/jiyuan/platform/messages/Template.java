package cn.gov.jiyuan.platform.messages;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Title and body with places for arguments. */
record Template(String title, String body, Set<Channel> channels) {
    String titleWith(List<?> arguments) {
        return filled(title, arguments).replaceAll("[\\r\\n]+", " ");
    }

    String bodyWith(List<?> arguments) {
        return filled(body, arguments);
    }

    private static String filled(String pattern, List<?> arguments) {
        return new MessageFormat(pattern, Locale.CHINA).format(arguments.toArray());
    }
}
