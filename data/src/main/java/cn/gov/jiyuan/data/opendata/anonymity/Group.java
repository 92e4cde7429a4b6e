package cn.gov.jiyuan.data.opendata.anonymity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Rows that agree in all quasi-identifiers, an equivalence class (等价类).
 *
 * @param quasi values, in the order of the ladders
 * @param count rows
 * @param sensitive for each sensitive column the distinct values, as many as are needed to judge diversity
 */
public record Group(List<String> quasi, long count, List<Set<String>> sensitive) {
    public Group {
        quasi = List.copyOf(quasi);
        sensitive = sensitive.stream().map(Set::copyOf).toList();
    }

    Group coarser(List<Ladder> ladders, int[] levels) {
        List<String> values = new ArrayList<>(quasi.size());
        for (int i = 0; i < quasi.size(); i++) {
            values.add(ladders.get(i).at(quasi.get(i), levels[i]));
        }
        return new Group(values, count, sensitive);
    }

    Group plus(Group other) {
        List<Set<String>> together = new ArrayList<>();
        for (int i = 0; i < sensitive.size(); i++) {
            Set<String> values = new HashSet<>(sensitive.get(i));
            values.addAll(other.sensitive.get(i));
            together.add(values);
        }
        return new Group(quasi, count + other.count, together);
    }

    /** The smallest number of distinct values in any sensitive column; no limit without one. */
    int diversity() {
        return sensitive.stream().mapToInt(Set::size).min().orElse(Integer.MAX_VALUE);
    }
}
