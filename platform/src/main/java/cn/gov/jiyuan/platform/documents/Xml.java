package cn.gov.jiyuan.platform.documents;

import java.nio.charset.StandardCharsets;

/** Writes small XML files without a tree. */
final class Xml {
    private final StringBuilder out;

    Xml(int capacity) {
        out = new StringBuilder(capacity).append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    /** Markup of ours, taken as it is. */
    Xml raw(String markup) {
        out.append(markup);
        return this;
    }

    Xml number(double value) {
        number(out, value);
        return this;
    }

    Xml number(long value) {
        out.append(value);
        return this;
    }

    /** Text or an attribute's value, escaped; characters that XML cannot hold become U+FFFD. */
    Xml text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\t', '\n', '\r' -> out.append("&#").append((int) c).append(';');
                default -> out.append(c < ' ' || c == 0xFFFE || c == 0xFFFF ? '\uFFFD' : c);
            }
        }
        return this;
    }

    Xml element(String name, String text) {
        return raw("<").raw(name).raw(">").text(text).raw("</").raw(name).raw(">");
    }

    byte[] bytes() {
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Three decimals at most: a thousandth of a millimetre is finer than any printer. */
    static void number(StringBuilder out, double value) {
        long thousandths = Math.round(value * 1000);
        if (thousandths < 0) {
            out.append('-');
            thousandths = -thousandths;
        }
        out.append(thousandths / 1000);
        int rest = (int) (thousandths % 1000);
        if (rest != 0) {
            out.append('.').append((char) ('0' + rest / 100));
            if (rest % 100 != 0) {
                out.append((char) ('0' + rest / 10 % 10));
                if (rest % 10 != 0) {
                    out.append((char) ('0' + rest % 10));
                }
            }
        }
    }
}
