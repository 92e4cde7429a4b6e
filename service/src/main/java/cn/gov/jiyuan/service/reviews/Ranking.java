package cn.gov.jiyuan.service.reviews;

import java.util.Comparator;
import java.util.List;

/**
 * Ranks by the lower bound of Wilson's interval at 95 % (威尔逊下界), so that three contented people do not beat three
 * hundred of whom six were not. E. B. Wilson, 1927.
 */
final class Ranking {
    private static final double Z = 1.96;

    private Ranking() {}

    /**
     * One place in the ranking.
     *
     * @param place from 1; equals share a place
     * @param lowerBound 0 to 1
     */
    record Line(int place, String key, String name, long good, long count, double lowerBound) {}

    /** What is to be ranked. */
    record Entry(String key, String name, long good, long count) {}

    static double lowerBound(long good, long count) {
        if (count == 0) {
            return 0;
        }
        double share = (double) good / count;
        double z2 = Z * Z / count;
        double bound = (share + z2 / 2 - Z * Math.sqrt(share * (1 - share) / count + z2 / 4 / count)) / (1 + z2);
        return Math.max(0, bound);
    }

    static List<Line> of(List<Entry> entries) {
        List<Line> lines = entries.stream()
                .map(e -> new Line(0, e.key(), e.name(), e.good(), e.count(), lowerBound(e.good(), e.count())))
                .sorted(Comparator.comparingDouble(Line::lowerBound).reversed().thenComparing(Line::name))
                .toList();
        return java.util.stream.IntStream.range(0, lines.size())
                .mapToObj(i -> placed(lines, i))
                .toList();
    }

    private static Line placed(List<Line> lines, int at) {
        Line line = lines.get(at);
        int first = at;
        while (first > 0 && lines.get(first - 1).lowerBound() == line.lowerBound()) {
            first--;
        }
        return new Line(first + 1, line.key(), line.name(), line.good(), line.count(), line.lowerBound());
    }
}
