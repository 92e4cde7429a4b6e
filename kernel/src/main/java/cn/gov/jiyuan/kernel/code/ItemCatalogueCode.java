package cn.gov.jiyuan.kernel.code;

/**
 * Code of a service item in the catalogue (事项基本编码, GB/T 39554.1-2020): place 2, type 2, main item 5, sub-item 3.
 *
 * @param value twelve digits
 */
public record ItemCatalogueCode(String value) {
    public ItemCatalogueCode {
        if (!Inspection.accept(CodeKind.ITEM_CATALOGUE_CODE, check(value)).equals(value)) {
            throw new IllegalArgumentException("not in the form of 12 digits; parse it");
        }
    }

    /** @throws cn.gov.jiyuan.kernel.error.Fault {@code kernel.bad-code} */
    public static ItemCatalogueCode parse(String text) {
        return new ItemCatalogueCode(Inspection.accept(CodeKind.ITEM_CATALOGUE_CODE, check(text)));
    }

    /**
     * @param place 00 for the state, 41 for 河南
     * @param type 01 行政许可 … 20 公共服务
     * @param department two digits of the guiding department of the State Council
     * @param main 1 to 999
     * @param sub 0 when the main item has no sub-items
     */
    public static ItemCatalogueCode of(String place, String type, String department, int main, int sub) {
        return new ItemCatalogueCode(place + type + department + String.format("%03d%03d", main, sub));
    }

    public static CodeCheck check(String text) {
        var inspection = new Inspection(text);
        if (inspection.length(12) && inspection.letters("[0-9]{12}", "只能是数字（含字母的是旧编码）")) {
            String code = inspection.text();
            String place = code.substring(0, 2);
            inspection.rule("地方码", place.matches("00|[1-8][1-7]"), place, "前两位应为 00（国家）或省级行政区划码");
            inspection.rule("事项类型", !code.startsWith("00", 2), code.substring(2, 4), "第 3、4 位事项类型不能为 00");
            inspection.rule("主项", !code.startsWith("000", 6), code.substring(4, 9), "主项顺序号不能为 000");
        }
        return inspection.result();
    }

    /** 00 for the state, otherwise the province. */
    public String place() {
        return value.substring(0, 2);
    }

    /** 01 行政许可 … 20 公共服务. */
    public String type() {
        return value.substring(2, 4);
    }

    public String mainItem() {
        return value.substring(4, 9);
    }

    /** 000 when the main item has none. */
    public String subItem() {
        return value.substring(9);
    }
}
