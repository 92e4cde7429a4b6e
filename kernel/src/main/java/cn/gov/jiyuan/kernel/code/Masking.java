package cn.gov.jiyuan.kernel.code;

/** Hides the middle of personal codes (脱敏). */
final class Masking {
    private Masking() {}

    static String middle(String text, int head, int tail) {
        return text.substring(0, head) + "*".repeat(text.length() - head - tail) + text.substring(text.length() - tail);
    }
}
