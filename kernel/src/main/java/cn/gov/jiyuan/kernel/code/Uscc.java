package cn.gov.jiyuan.kernel.code;

import java.util.Map;

/**
 * Unified social credit code (统一社会信用代码, GB 32100-2015) of a legal person or other organisation: registrar and kind,
 * area of the registrar, organisation code, check character.
 *
 * @param value eighteen characters
 */
public record Uscc(String value) {
    private static final Map<String, String> CATEGORIES = Map.ofEntries(
            Map.entry("11", "机关"),
            Map.entry("12", "事业单位"),
            Map.entry("13", "群众团体"),
            Map.entry("19", "其他机构编制管理的机构"),
            Map.entry("51", "社会团体"),
            Map.entry("52", "民办非企业单位"),
            Map.entry("53", "基金会"),
            Map.entry("91", "企业"),
            Map.entry("92", "个体工商户"),
            Map.entry("93", "农民专业合作社"));

    public Uscc {
        if (!Inspection.accept(CodeKind.USCC, check(value)).equals(value)) {
            throw new IllegalArgumentException("not in the form of 18 characters; parse it");
        }
    }

    /** @throws cn.gov.jiyuan.kernel.error.Fault {@code kernel.bad-code} */
    public static Uscc parse(String text) {
        return new Uscc(Inspection.accept(CodeKind.USCC, check(text)));
    }

    /**
     * Makes a valid code, for demonstrations.
     *
     * @param category registrar and kind, 91 for an enterprise
     * @param area six digits of the registrar's area
     */
    public static Uscc of(String category, String area, OrganisationCode organisation) {
        String body = category + area + organisation.value();
        return new Uscc(body + CheckCharacters.uscc(body));
    }

    public static CodeCheck check(String text) {
        var inspection = new Inspection(text);
        boolean readable = inspection.length(18)
                && inspection.letters("[" + CheckCharacters.USCC_ALPHABET + "]{18}", "只能是数字和大写字母，不含 I、O、S、V、Z");
        if (readable) {
            String code = inspection.text();
            inspection.rule(
                    "登记机关行政区划码", code.substring(2, 8).matches("[0-9]{6}"), code.substring(2, 8), "第 3 至 8 位应为六位数字");
            inspection.part("主体标识码（组织机构代码）", OrganisationCode.check(code.substring(8, 17)));
            inspection.checkCharacter(CheckCharacters.uscc(code));
        }
        return inspection.result();
    }

    /** Registrar and kind, the first two characters. */
    public String category() {
        return value.substring(0, 2);
    }

    /** 企业, 机关 …, or 其他 for the kinds seldom met. */
    public String categoryLabel() {
        return CATEGORIES.getOrDefault(category(), "其他");
    }

    /** Six digits of the registrar's area. */
    public String areaPrefix() {
        return value.substring(2, 8);
    }

    public OrganisationCode organisationCode() {
        return new OrganisationCode(value.substring(8, 17));
    }
}
