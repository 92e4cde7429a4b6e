package cn.gov.jiyuan.kernel.area;

/**
 * One administrative division of 济源 (区划).
 *
 * @param name official name without those of the areas above, 沁园街道
 */
public record Division(AreaCode code, String name, DivisionKind kind) {
    /** The name in lists: 东马蓬 for 东马蓬居民委员会. */
    public String shortName() {
        return name.replaceFirst("(.)(居民委员会|村民委员会)$", "$1");
    }
}
