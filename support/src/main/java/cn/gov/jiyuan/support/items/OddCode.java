package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.kernel.code.CodeCheck;
import cn.gov.jiyuan.kernel.code.ItemCatalogueCode;
import cn.gov.jiyuan.kernel.code.ItemImplementationCode;
import java.util.Optional;

/** Says why a code of a handed-around list is none, in words that help to find the right one (旧编码、异常编码). */
final class OddCode {
    private OddCode() {}

    /** Why it is no basic code; empty if it is one. */
    static Optional<String> ofBasic(String text) {
        if (text.isBlank()) {
            return Optional.of("没有基本编码");
        }
        if (text.matches("[0-9.]+[eE]\\+?[0-9]+")) {
            return Optional.of("编码“" + text + "”被表格软件改成了数字，后几位已经丢失；请把该列设为文本后重新填写");
        }
        if (text.matches("[0-9A-Z]{14}") && text.matches(".*[A-Z].*")) {
            return Optional.of("编码“" + text + "”是 14 位的旧地方编码（含字母），应换成 12 位数字的基本编码");
        }
        if (text.matches("[0-9A-Z]{12}") && text.matches(".*[A-Z].*")) {
            return Optional.of("编码“" + text + "”是含字母的旧地方编码，应换成国家或者省目录的 12 位数字编码");
        }
        if (text.matches("[0-9]{10}")) {
            return Optional.of("编码“" + text + "”是 GB/T 39046-2020 的 10 位旧口径，应换成 12 位基本编码");
        }
        if (text.length() < 6) {
            return Optional.of("“" + text + "”不是编码");
        }
        CodeCheck check = ItemCatalogueCode.check(text);
        return check.valid() ? Optional.empty() : Optional.of("基本编码“" + text + "”不正确：" + check.reason());
    }

    /** Why it is no implementation code; empty if it is one. */
    static Optional<String> ofImplementation(String text) {
        if (text.matches("[0-9A-Z]{24}")) {
            return Optional.of("实施编码“" + text + "”是 GB/T 39046-2020 的 24 位旧口径，应换成 31 位实施编码");
        }
        if (text.length() == 33
                && ItemImplementationCode.check(text.substring(0, 31)).valid()) {
            return Optional.of("“" + text + "”是 33 位业务办理项编码，实施编码取前 31 位");
        }
        CodeCheck check = ItemImplementationCode.check(text);
        return check.valid() ? Optional.empty() : Optional.of("实施编码“" + text + "”不正确：" + check.reason());
    }
}
