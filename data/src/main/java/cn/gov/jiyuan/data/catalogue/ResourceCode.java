package cn.gov.jiyuan.data.catalogue;

import cn.gov.jiyuan.kernel.error.Fault;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Code of an information resource (信息资源代码, 发改高技〔2017〕1272 号): class, item and directory in six digits, a
 * subdirectory of any length, a slash and the sequence, {@code 307012/000015}.
 *
 * @param classCode six digits or more @param sequence within the class, never used twice
 */
record ResourceCode(String classCode, long sequence) {
    private static final Pattern CLASS = Pattern.compile("[123]\\d{5,}");
    private static final Pattern WHOLE = Pattern.compile("([123]\\d{5,})/(\\d{1,12})");

    ResourceCode {
        if (!CLASS.matcher(classCode).matches() || sequence < 1) {
            throw new Fault(CatalogueError.BAD_CODE, classCode + "/" + sequence);
        }
    }

    /** @throws Fault {@code catalogue.bad-code} */
    static ResourceCode parse(String text) {
        Matcher parts = WHOLE.matcher(text);
        if (!parts.matches()) {
            throw new Fault(CatalogueError.BAD_CODE, text);
        }
        return new ResourceCode(parts.group(1), Long.parseLong(parts.group(2)));
    }

    /** 类. */
    String root() {
        return classCode.substring(0, 1);
    }

    /** 项. */
    String item() {
        return classCode.substring(1, 3);
    }

    /** 目. */
    String directory() {
        return classCode.substring(3, 6);
    }

    /** 细目; empty if there is none. */
    String subdirectory() {
        return classCode.substring(6);
    }

    @Override
    public String toString() {
        return "%s/%06d".formatted(classCode, sequence);
    }
}
