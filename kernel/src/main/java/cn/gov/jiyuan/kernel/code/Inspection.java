package cn.gov.jiyuan.kernel.code;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.error.KernelError;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Collects the findings about one code. */
final class Inspection {
    private final List<CodeCheck.Rule> rules = new ArrayList<>();
    private String text;

    Inspection(String text) {
        this.text = normal(text);
    }

    /** Half-width, upper case, no blanks. */
    static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toUpperCase(Locale.ROOT);
    }

    String text() {
        return text;
    }

    void rewrite(String better) {
        text = better;
    }

    boolean rule(String name, boolean passed, String good, String bad) {
        rules.add(new CodeCheck.Rule(name, passed, passed ? good : bad));
        return passed;
    }

    boolean length(int expected) {
        return rule(
                "长度", text.length() == expected, expected + " 位", "应为 " + expected + " 位，现为 " + text.length() + " 位");
    }

    boolean letters(String pattern, String allowed) {
        return rule("字符", text.matches(pattern), "字符符合要求", allowed);
    }

    boolean checkCharacter(char expected) {
        char found = text.charAt(text.length() - 1);
        return rule("校验位", expected == found, "校验位 " + found + " 正确", "校验位不符，号码可能有误写或颠倒");
    }

    /** Takes over the findings about a code inside this one. */
    boolean part(String name, CodeCheck inner) {
        return rule(name, inner.valid(), "正确", inner.reason());
    }

    CodeCheck result() {
        return new CodeCheck(rules.stream().allMatch(CodeCheck.Rule::passed), text, rules);
    }

    /** The code as it should be written, or the refusal. */
    static String accept(CodeKind kind, CodeCheck check) {
        if (!check.valid()) {
            throw new Fault(KernelError.BAD_CODE, kind.label(), kind.shown(check.normalised()), check.reason());
        }
        return check.normalised();
    }
}
