package cn.gov.jiyuan.platform.access;

/** How far a grant reaches (数据范围). */
public enum Reach {
    /** All rows. */
    ALL("全部"),
    /** Rows of the actor's unit and the units below it. */
    UNIT_TREE("本单位及下级"),
    /** Rows of the actor's unit. */
    UNIT("本单位"),
    /** Rows of the area that the actor's unit serves, and the areas in it. */
    AREA("本辖区"),
    /** Rows of the party for whom the actor acts. */
    OWN("本人");

    private final String label;

    Reach(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
