package cn.gov.jiyuan.kernel.matching;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which records are one, given pairs that are (合并关系). Nothing is overwritten by merging: taking a pair away and asking
 * again undoes it.
 */
public final class Merges<K extends Comparable<K>> {
    private final Map<K, K> parent = new HashMap<>();

    public Merges(Collection<Pair<K>> pairs) {
        pairs.forEach(pair -> join(pair.one(), pair.other()));
    }

    /** Two records that are the same. */
    public record Pair<K>(K one, K other) {}

    /** The record that stands for this one: the least of those that are one with it. */
    public K of(K record) {
        K above = parent.getOrDefault(record, record);
        if (above.equals(record)) {
            return record;
        }
        K top = of(above);
        parent.put(record, top);
        return top;
    }

    /** Groups of more than one record, each in order, under the record that stands for it. */
    public Map<K, List<K>> groups() {
        Map<K, TreeSet<K>> groups = new TreeMap<>();
        for (K record : List.copyOf(parent.keySet())) {
            groups.computeIfAbsent(of(record), top -> new TreeSet<>(List.of(top)))
                    .add(record);
        }
        Map<K, List<K>> lists = new TreeMap<>();
        groups.forEach((top, members) -> lists.put(top, List.copyOf(members)));
        return lists;
    }

    private void join(K one, K other) {
        K a = of(one);
        K b = of(other);
        int order = a.compareTo(b);
        if (order != 0) {
            parent.put(order < 0 ? b : a, order < 0 ? a : b);
        }
    }
}
