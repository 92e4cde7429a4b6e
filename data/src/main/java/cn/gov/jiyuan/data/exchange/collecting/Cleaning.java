package cn.gov.jiyuan.data.exchange.collecting;

import java.util.Locale;
import java.util.Set;

/** How a text is cleaned before it is converted (清洗); in the order in which they stand here. */
enum Cleaning {
    HALF_WIDTH("全角转半角") {
        @Override
        String apply(String text) {
            StringBuilder half = null;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                char other = c >= '\uFF01' && c <= '\uFF5E' ? (char) (c - 0xFEE0) : c == '\u3000' ? ' ' : c;
                if (other != c) {
                    half = half == null ? new StringBuilder(text) : half;
                    half.setCharAt(i, other);
                }
            }
            return half == null ? text : half.toString();
        }
    },
    NO_SPACES("去除全部空格") {
        @Override
        String apply(String text) {
            return text.replaceAll("[\\s\\u3000\\u00A0]+", "");
        }
    },
    UPPER_CASE("转大写") {
        @Override
        String apply(String text) {
            return text.toUpperCase(Locale.ROOT);
        }
    },
    DIGITS("只留数字") {
        @Override
        String apply(String text) {
            return text.replaceAll("[^0-9]", "");
        }
    },
    EMPTY_WORDS("“无”“不详”“NULL”等视为空") {
        @Override
        String apply(String text) {
            return EMPTY.contains(text.toUpperCase(Locale.ROOT)) ? "" : text;
        }
    };

    private static final Set<String> EMPTY = Set.of("无", "不详", "未知", "空", "暂无", "-", "--", "—", "/", "\\", "NULL", "N/A");
    private final String label;

    Cleaning(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    abstract String apply(String text);
}
