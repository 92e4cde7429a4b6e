package cn.gov.jiyuan.server;

import cn.gov.jiyuan.kernel.error.Fault;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** A fault as a sentence for the terminal; there is no application context to ask. */
final class FaultText {
    private FaultText() {}

    static String of(Fault fault) {
        String code = fault.code().code();
        try {
            String module = code.substring(0, code.indexOf('.'));
            String pattern =
                    ResourceBundle.getBundle("messages/" + module, Locale.ROOT).getString(code);
            return new MessageFormat(pattern, Locale.ROOT)
                    .format(fault.arguments().stream().map(String::valueOf).toArray());
        } catch (MissingResourceException e) {
            return code + " " + fault.arguments();
        }
    }
}
