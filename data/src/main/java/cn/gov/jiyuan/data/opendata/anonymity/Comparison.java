package cn.gov.jiyuan.data.opendata.anonymity;

import java.util.ArrayList;
import java.util.List;

/**
 * Brings classes of two versions to what both can tell: their common quasi-identifiers, each as coarse as the coarser one.
 * Bands and codes of a ladder nest, so a value of a lower level can be made coarser by itself.
 */
record Comparison(List<Ladder> ladders, int[] levels, int[] presentAt, int[] earlierAt) {
    static Comparison of(List<String> names, List<Ladder> ladders, int[] levels, Earlier version) {
        List<Ladder> common = new ArrayList<>();
        List<Integer> heights = new ArrayList<>();
        List<Integer> present = new ArrayList<>();
        List<Integer> before = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int then = version.quasi().indexOf(names.get(i));
            if (then >= 0) {
                common.add(ladders.get(i));
                heights.add(Math.max(levels[i], version.levels().get(then)));
                present.add(i);
                before.add(then);
            }
        }
        return new Comparison(common, ints(heights), ints(present), ints(before));
    }

    private static int[] ints(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    List<String> present(List<String> values) {
        return at(values, presentAt);
    }

    List<String> earlier(List<String> values) {
        return at(values, earlierAt);
    }

    private List<String> at(List<String> values, int[] places) {
        List<String> coarse = new ArrayList<>(places.length);
        for (int i = 0; i < places.length; i++) {
            coarse.add(ladders.get(i).widened(values.get(places[i]), levels[i]));
        }
        return coarse;
    }
}
