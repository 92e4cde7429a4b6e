package cn.gov.jiyuan.platform.search;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How good the search was (搜索质量): numerator and denominator of the mean reciprocal rank, and what people asked for
 * in vain.
 *
 * @param asked searches since then
 * @param clicked searches after which a hit was opened
 * @param reciprocalRanks sum of 1 / position over those
 * @param gaps questions of which fewer than a fifth led to a click (知识缺口)
 */
public record SearchQuality(
        Instant since, long asked, long clicked, double reciprocalRanks, long withoutHits, List<Gap> gaps) {
    /** Mean reciprocal rank over searches with a click; null without any. */
    public @Nullable Double meanReciprocalRank() {
        return clicked == 0 ? null : reciprocalRanks / clicked;
    }

    public record Gap(String text, long asked, long clicked, long hits) {}
}
