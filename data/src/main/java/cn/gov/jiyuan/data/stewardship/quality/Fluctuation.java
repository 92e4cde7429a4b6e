package cn.gov.jiyuan.data.stewardship.quality;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Mean and standard deviation (of the whole, not of a sample) of the sizes of the last batches. */
record Fluctuation(int batches, double mean, double deviation) {
    /** @param floor least deviation as a share of the mean: batches of equal size do not forbid every change */
    static Fluctuation of(List<Long> sizes, double floor) {
        double mean = sizes.stream().mapToLong(Long::longValue).average().orElse(0);
        double variance = sizes.stream()
                .mapToDouble(size -> (size - mean) * (size - mean))
                .average()
                .orElse(0);
        return new Fluctuation(sizes.size(), mean, Math.max(Math.sqrt(variance), floor * mean));
    }

    /** Why a batch of so many rows is out of bounds; empty if it is not. */
    Optional<String> why(long rows, long deviations) {
        double low = mean - deviations * deviation;
        double high = mean + deviations * deviation;
        if (rows >= low && rows <= high) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "本批 %d 行，近 %d 批均值 %.0f、标准差 %.1f，超出 %.0f 至 %.0f 的范围。",
                rows,
                batches,
                mean,
                deviation,
                Math.max(0, low),
                high));
    }
}
