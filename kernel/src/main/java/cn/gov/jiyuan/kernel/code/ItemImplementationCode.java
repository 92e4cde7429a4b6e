package cn.gov.jiyuan.kernel.code;

/**
 * Code of an item as one authority carries it out (事项实施编码): its {@link Uscc}, the level at which it acts, the {@link
 * ItemCatalogueCode}. The 24 characters of GB/T 39046-2020 are the old form.
 *
 * @param value thirty-one characters
 */
public record ItemImplementationCode(String value) {
    public ItemImplementationCode {
        if (!Inspection.accept(CodeKind.ITEM_IMPLEMENTATION_CODE, check(value)).equals(value)) {
            throw new IllegalArgumentException("not in the form of 31 characters; parse it");
        }
    }

    /** @throws cn.gov.jiyuan.kernel.error.Fault {@code kernel.bad-code} */
    public static ItemImplementationCode parse(String text) {
        return new ItemImplementationCode(Inspection.accept(CodeKind.ITEM_IMPLEMENTATION_CODE, check(text)));
    }

    /** @param level 1 state, 2 province, 3 city, 4 county, 5 town, 6 village, 7 graded */
    public static ItemImplementationCode of(Uscc authority, int level, ItemCatalogueCode catalogue) {
        return new ItemImplementationCode(authority.value() + level + catalogue.value());
    }

    public static CodeCheck check(String text) {
        var inspection = new Inspection(text);
        if (inspection.length(31)) {
            String code = inspection.text();
            inspection.part("实施主体统一社会信用代码", Uscc.check(code.substring(0, 18)));
            String level = code.substring(18, 19);
            inspection.rule("行使层级", level.matches("[1-7]"), level, "第 19 位行使层级应为 1 至 7");
            inspection.part("基本编码", ItemCatalogueCode.check(code.substring(19)));
        }
        return inspection.result();
    }

    public Uscc authority() {
        return new Uscc(value.substring(0, 18));
    }

    /** 行使层级, 1 to 7. */
    public int level() {
        return value.charAt(18) - '0';
    }

    public ItemCatalogueCode catalogue() {
        return new ItemCatalogueCode(value.substring(19));
    }
}
