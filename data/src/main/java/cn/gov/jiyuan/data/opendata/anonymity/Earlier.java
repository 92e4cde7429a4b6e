package cn.gov.jiyuan.data.opendata.anonymity;

import java.util.List;
import java.util.Map;

/**
 * The classes of a version that was released before; whoever kept it can subtract it from the next (差分攻击).
 *
 * @param quasi names of its quasi-identifiers @param levels how coarse each was
 * @param counts released rows by values
 */
public record Earlier(int version, List<String> quasi, List<Integer> levels, Map<List<String>, Long> counts) {
    public Earlier {
        quasi = List.copyOf(quasi);
        levels = List.copyOf(levels);
        counts = Map.copyOf(counts);
    }
}
