package cn.gov.jiyuan.data.opendata.anonymity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * ALG-12: makes quasi-identifiers coarser, one step at a time and each time where it helps most, until few enough rows stand
 * in classes that are too small, too uniform, or that differ from an earlier version by fewer than k rows; those classes
 * are left out whole.
 */
public final class Anonymity {
    private final List<String> names;
    private final List<Ladder> ladders;
    private final Limits limits;
    private final List<Earlier> earlier;

    /** @param names of the quasi-identifiers @param ladders in the same order */
    public Anonymity(List<String> names, List<Ladder> ladders, Limits limits, List<Earlier> earlier) {
        this.names = List.copyOf(names);
        this.ladders = List.copyOf(ladders);
        this.limits = limits;
        this.earlier = List.copyOf(earlier);
    }

    public Outcome judge(Collection<Group> groups) {
        int[] levels = new int[ladders.size()];
        Trial trial = trial(groups, levels);
        Outcome.Shape before = shape(trial);
        while (!limits.allows(trial.lost(), trial.rows()) && next(groups, levels) instanceof Trial better) {
            trial = better;
            levels = better.levels();
        }
        return outcome(trial, before);
    }

    private Outcome outcome(Trial trial, Outcome.Shape before) {
        Map<List<String>, Long> released = new HashMap<>();
        trial.classes().forEach((values, group) -> {
            if (!trial.suppressed().contains(values)) {
                released.put(values, group.count());
            }
        });
        return new Outcome(
                limits.allows(trial.lost(), trial.rows()),
                java.util.Arrays.stream(trial.levels()).boxed().toList(),
                trial.suppressed(),
                released,
                before,
                Outcome.Shape.of(released.values(), limits.k()),
                trial.lost(),
                trial.rows(),
                trial.differencing());
    }

    private Outcome.Shape shape(Trial trial) {
        return Outcome.Shape.of(
                trial.classes().values().stream().map(Group::count).toList(), limits.k());
    }

    /** @param lost rows in classes to be left out @param differencing of those, rows that only an earlier version gives away */
    private record Trial(
            int[] levels,
            Map<List<String>, Group> classes,
            Set<List<String>> suppressed,
            long rows,
            long lost,
            long differencing) {}

    /** The best of all single steps up; null at the top. */
    private @org.jspecify.annotations.Nullable Trial next(Collection<Group> groups, int[] levels) {
        Trial best = null;
        for (int i = 0; i < levels.length; i++) {
            if (levels[i] < ladders.get(i).top()) {
                int[] higher = levels.clone();
                higher[i]++;
                Trial trial = trial(groups, higher);
                boolean better = best == null
                        || trial.lost() < best.lost()
                        || trial.lost() == best.lost()
                                && trial.classes().size() > best.classes().size();
                best = better ? trial : best;
            }
        }
        return best;
    }

    private Trial trial(Collection<Group> groups, int[] levels) {
        Map<List<String>, Group> classes = new HashMap<>();
        long rows = 0;
        for (Group group : groups) {
            Group coarse = group.coarser(ladders, levels);
            classes.merge(coarse.quasi(), coarse, Group::plus);
            rows += group.count();
        }
        Set<List<String>> suppressed = new HashSet<>();
        classes.forEach((values, group) -> {
            if (group.count() < limits.k() || group.diversity() < limits.l()) {
                suppressed.add(values);
            }
        });
        long alone = lost(classes, suppressed);
        while (suppressDifferences(classes, levels, suppressed)) {
            // Leaving out a class may bring another one near to what an earlier version said.
        }
        long lost = lost(classes, suppressed);
        return new Trial(levels, classes, suppressed, rows, lost, lost - alone);
    }

    private static long lost(Map<List<String>, Group> classes, Set<List<String>> suppressed) {
        return classes.entrySet().stream()
                .filter(entry -> suppressed.contains(entry.getKey()))
                .mapToLong(entry -> entry.getValue().count())
                .sum();
    }

    /** @return whether anything more was left out */
    private boolean suppressDifferences(Map<List<String>, Group> classes, int[] levels, Set<List<String>> suppressed) {
        boolean more = false;
        for (Earlier version : earlier) {
            Comparison common = Comparison.of(names, ladders, levels, version);
            Map<List<String>, Long> then = new HashMap<>();
            version.counts().forEach((values, count) -> then.merge(common.earlier(values), count, Long::sum));
            Map<List<String>, Long> now = new HashMap<>();
            classes.forEach((values, group) -> {
                if (!suppressed.contains(values)) {
                    now.merge(common.present(values), group.count(), Long::sum);
                }
            });
            for (List<String> values : new ArrayList<>(classes.keySet())) {
                List<String> cell = common.present(values);
                long difference = Math.abs(now.getOrDefault(cell, 0L) - then.getOrDefault(cell, 0L));
                if (difference > 0 && difference < limits.k() && now.containsKey(cell)) {
                    more |= suppressed.add(values);
                }
            }
        }
        return more;
    }
}
