package cn.gov.jiyuan.data.registers;

import cn.gov.jiyuan.kernel.code.Uscc;
import cn.gov.jiyuan.kernel.error.Fault;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What is known about a legal entity on a day (法人信息), by field; its registration is public. */
record LegalFacts(Map<String, String> values) {
    /** Fields in the order of the page. The representative's id number is kept as the person's id only. */
    static final List<String> FIELDS = List.of(
            "uscc",
            "name",
            "kind",
            "representative",
            "representativeId",
            "foundedOn",
            "capital",
            "industry",
            "scope",
            "address",
            "addrId",
            "areaCode",
            "status");

    static final List<String> STATES = List.of("存续", "在业", "迁出", "吊销", "注销", "撤销", "停业", "清算");

    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("uscc", "统一社会信用代码"),
            Map.entry("name", "名称"),
            Map.entry("kind", "类型"),
            Map.entry("representative", "法定代表人"),
            Map.entry("foundedOn", "成立日期"),
            Map.entry("capital", "注册资本（元）"),
            Map.entry("industry", "行业"),
            Map.entry("scope", "经营范围"),
            Map.entry("address", "住所"),
            Map.entry("areaCode", "所在区划"),
            Map.entry("status", "登记状态"));

    static String title(String field) {
        return TITLES.getOrDefault(field, field);
    }

    LegalFacts {
        values = Map.copyOf(values);
    }

    String get(String field) {
        return values.getOrDefault(field, "");
    }

    LegalFacts with(String field, String value) {
        if (!FIELDS.contains(field)) {
            throw new Fault(RegistersError.UNKNOWN_FIELD, field);
        }
        Map<String, String> all = new LinkedHashMap<>(values);
        all.put(field, checked(field, value.strip()));
        return new LegalFacts(all);
    }

    private static String checked(String field, String value) {
        try {
            return switch (field) {
                case "uscc" -> Uscc.parse(value).value();
                case "foundedOn" ->
                    value.isEmpty() ? "" : LocalDate.parse(value).toString();
                case "capital" ->
                    value.isEmpty() ? "" : new BigDecimal(value).setScale(2).toPlainString();
                case "status" -> demanded(STATES.contains(value), value);
                case "name" -> demanded(!value.isEmpty() && value.length() <= 200, value);
                default -> value;
            };
        } catch (DateTimeParseException | ArithmeticException | NumberFormatException e) {
            throw Fault.at("/fields/" + field, RegistersError.BAD_VALUE, field, value);
        }
    }

    private static String demanded(boolean held, String value) {
        if (!held) {
            throw new NumberFormatException(value);
        }
        return value;
    }

    List<String> differences(LegalFacts other) {
        return FIELDS.stream()
                .filter(field -> !Objects.equals(get(field), other.get(field)))
                .toList();
    }
}
