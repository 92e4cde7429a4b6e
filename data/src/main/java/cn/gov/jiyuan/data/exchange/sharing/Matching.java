package cn.gov.jiyuan.data.exchange.sharing;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which resources have what a demand asks for (供需匹配): by the names of the items. */
@Component
final class Matching {
    private static final int LOOKED_AT = 300;
    private static final int SHOWN = 5;

    private final DirectoryStore directory;

    Matching(DirectoryStore directory) {
        this.directory = directory;
    }

    /** @param found items that the resource has @param missing items that it has not @param percent of items found */
    record Match(
            String code,
            String name,
            String unitName,
            String sharing,
            List<String> found,
            List<String> missing,
            int percent) {}

    List<Match> of(Demand demand) {
        return directory.like(demand.items(), LOOKED_AT).stream()
                .filter(entry -> !entry.unitId().equals(demand.unitId()))
                .map(entry -> match(entry, demand.items()))
                .filter(match -> match.percent() > 0)
                .sorted(Comparator.comparingInt(Match::percent).reversed().thenComparing(Match::code))
                .limit(SHOWN)
                .toList();
    }

    private static Match match(Entry entry, List<String> items) {
        List<String> found = items.stream().filter(item -> has(entry, item)).toList();
        List<String> missing = items.stream().filter(item -> !has(entry, item)).toList();
        return new Match(
                entry.code(),
                entry.name(),
                entry.unitName(),
                entry.sharing().label(),
                found,
                missing,
                found.size() * 100 / items.size());
    }

    private static boolean has(Entry entry, String item) {
        String wanted = Demand.same(item);
        return entry.items().stream()
                .map(one -> Demand.same(one.title()))
                .anyMatch(title -> title.equals(wanted)
                        || (wanted.length() > 1 && title.contains(wanted))
                        || (title.length() > 2 && wanted.contains(title)));
    }
}
