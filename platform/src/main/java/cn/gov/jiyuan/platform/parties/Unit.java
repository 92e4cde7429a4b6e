package cn.gov.jiyuan.platform.parties;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A unit of government (机构): the city's authority, a department, a town, a village.
 *
 * @param code short code of the house, {@code market}; villages have their 12-digit area code
 * @param level level of power as in item codes: 3 city, 5 town, 6 village
 * @param uscc unified social credit code, empty for villages
 */
public record Unit(
        UUID id,
        String code,
        String shortName,
        String name,
        Kind kind,
        int level,
        String areaCode,
        String uscc,
        @Nullable UUID parentId) {
    public enum Kind {
        AUTHORITY("管委会"),
        DEPARTMENT("部门"),
        INSTITUTION("事业单位"),
        VERTICAL("垂直管理单位"),
        TOWN("镇（街道）"),
        VILLAGE("村（社区）");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** The id of a unit follows from its code, so that reference data of all systems agree on it. */
    public static UUID idOf(String code) {
        return UUID.nameUUIDFromBytes(("unit:" + code).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
