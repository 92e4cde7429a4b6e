package cn.gov.jiyuan.platform.search;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One page of hits.
 *
 * @param queryId names this query when a click is reported
 * @param understood other wordings that were also looked for, 食品经营许可 for 开饭店
 * @param total all hits of the chosen kinds that the actor may see
 * @param kinds kind → hits of that kind, over all kinds
 * @param facets property → value → hits, over the chosen kinds and values
 */
public record SearchPage(
        UUID queryId,
        String text,
        List<String> understood,
        int page,
        long total,
        Map<String, Long> kinds,
        Map<String, Map<String, Long>> facets,
        List<SearchHit> hits) {}
