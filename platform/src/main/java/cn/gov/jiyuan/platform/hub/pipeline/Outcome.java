package cn.gov.jiyuan.platform.hub.pipeline;

import java.util.List;
import java.util.Map;

/**
 * What a run did (加工结果).
 *
 * @param origins rows by origin
 * @param linked rows without a key that found their thing
 * @param alone rows without a key that match none
 * @param things golden records
 */
public record Outcome(List<OfOrigin> origins, long linked, long alone, long things) {
    public Outcome {
        origins = List.copyOf(origins);
    }

    /** @param failed rows that fail each check, by the check's name */
    public record OfOrigin(String code, long rows, long keyed, Map<String, Long> failed) {}

    public long rows() {
        return origins.stream().mapToLong(OfOrigin::rows).sum();
    }
}
