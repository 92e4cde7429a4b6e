package cn.gov.jiyuan.platform.records;

import java.util.List;
import java.util.Map;

/**
 * One record as an actor may see it.
 *
 * @param id its key
 * @param label by which people know it
 * @param version the optimistic version, 0 for types that are not edited here
 * @param cells column id to value, in the order of the list
 * @param links where it leads
 */
public record RecordRow(String id, String label, long version, Map<String, Cell> cells, List<DrillLink> links) {}
