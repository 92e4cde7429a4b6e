package cn.gov.jiyuan.platform.hub.pipeline;

import cn.gov.jiyuan.platform.hub.DataColumn;
import java.util.Set;

/**
 * A standard column (标准数据项).
 *
 * @param survivorship which of several values stands
 * @param compared whether differing values among the records are noted as a conflict
 * @param spoiledBy names of checks; a value of a row that fails one of them is not used
 */
public record Field(DataColumn column, Survivorship survivorship, boolean compared, Set<String> spoiledBy) {
    public Field {
        spoiledBy = Set.copyOf(spoiledBy);
    }

    public String name() {
        return column.name();
    }
}
