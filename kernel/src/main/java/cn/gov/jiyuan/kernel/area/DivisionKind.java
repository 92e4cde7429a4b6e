package cn.gov.jiyuan.kernel.area;

/** What kind of administration a division has; told by its statistical code. */
public enum DivisionKind {
    CITY("市"),
    /** 001–099 under the county. */
    SUBDISTRICT("街道"),
    /** 100–199 under the county. */
    TOWN("镇"),
    /** 001–199 under the town, and 400–499 for what is like one, the housing of a works for example. */
    RESIDENTS_COMMITTEE("居委会"),
    /** 200–399 under the town, and 500–599 for what is like one. */
    VILLAGERS_COMMITTEE("村委会");

    private final String label;

    DivisionKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    static DivisionKind of(AreaCode code) {
        if (code.level() == AreaLevel.COUNTY) {
            return CITY;
        }
        String value = code.value();
        int number = Integer.parseInt(value.substring(value.length() - 3));
        if (code.level() == AreaLevel.TOWNSHIP) {
            return number < 100 ? SUBDISTRICT : TOWN;
        }
        return number < 200 || number / 100 == 4 ? RESIDENTS_COMMITTEE : VILLAGERS_COMMITTEE;
    }
}
