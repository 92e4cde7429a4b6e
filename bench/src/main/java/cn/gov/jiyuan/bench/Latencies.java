package cn.gov.jiyuan.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long each page took for all people of a round (时延). */
final class Latencies {
    private final Map<String, List<Long>> pages = Collections.synchronizedMap(new LinkedHashMap<>());

    void took(String page, long nanos) {
        List<Long> one = pages.computeIfAbsent(page, name -> Collections.synchronizedList(new ArrayList<>()));
        one.add(nanos);
    }

    List<String> names() {
        return List.copyOf(pages.keySet());
    }

    int count(String page) {
        return pages.getOrDefault(page, List.of()).size();
    }

    int count() {
        return pages.values().stream().mapToInt(List::size).sum();
    }

    /** @param part 0.5 for the median, 0.99 … @return milliseconds, NaN if the page was never asked for */
    double millis(String page, double part) {
        return millis(pages.getOrDefault(page, List.of()), part);
    }

    /** Of all pages together. */
    double millis(double part) {
        return millis(pages.values().stream().flatMap(List::stream).toList(), part);
    }

    private static double millis(List<Long> nanos, double part) {
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        int at = (int) Math.ceil(part * sorted.size()) - 1;
        return sorted.isEmpty() ? Double.NaN : sorted.get(Math.max(0, at)) / 1e6;
    }
}
