package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.contracts.items.ItemContent;
import cn.gov.jiyuan.contracts.items.Material;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How much an item was simplified against its baseline (减时限、减环节、减材料、减跑动): (before − now) / before. A material
 * that was dropped counts only if somebody has said on what ground it need not be brought.
 *
 * @param notices what does not count, and why
 */
record Compression(Measure days, Measure steps, Measure materials, Measure visits, List<String> notices) {
    /** @param rate in percent with one decimal; null if there was nothing to compress */
    record Measure(
            String name,
            BigDecimal before,
            BigDecimal now,
            @Nullable BigDecimal rate) {
        static Measure of(String name, BigDecimal before, BigDecimal now) {
            BigDecimal rate = before.signum() == 0
                    ? null
                    : before.subtract(now)
                            .multiply(BigDecimal.valueOf(100))
                            .divide(before, 1, RoundingMode.HALF_UP)
                            .stripTrailingZeros();
            return new Measure(
                    name,
                    before,
                    now,
                    rate == null || rate.scale() >= 0 ? rate : rate.setScale(0, RoundingMode.HALF_UP));
        }
    }

    static Compression of(Baseline baseline, ItemContent content) {
        List<String> notices = new ArrayList<>();
        BigDecimal before = TermLength.days(baseline.term());
        BigDecimal now = TermLength.days(content.terms().promise());
        return new Compression(
                Measure.of("时限", before, now),
                Measure.of(
                        "环节",
                        BigDecimal.valueOf(baseline.steps()),
                        BigDecimal.valueOf(content.steps().size())),
                materials(baseline, content, notices),
                Measure.of(
                        "跑动",
                        BigDecimal.valueOf(baseline.visits()),
                        BigDecimal.valueOf(content.handling().visits())),
                List.copyOf(notices));
    }

    private static Measure materials(Baseline baseline, ItemContent content, List<String> notices) {
        Set<String> asked = content.materials().stream().map(Material::code).collect(Collectors.toSet());
        Set<String> named = content.materials().stream().map(Material::name).collect(Collectors.toSet());
        int unfounded = 0;
        for (Baseline.Paper paper : baseline.materials()) {
            boolean gone = paper.code() == null ? !named.contains(paper.name()) : !asked.contains(paper.code());
            if (gone && !founded(paper)) {
                unfounded++;
                notices.add("材料“" + paper.name() + "”已不要求提交，但没有免交方式，也没有依据变更，不计入材料压缩；请补充免交方式或者依据。");
            }
        }
        return Measure.of(
                "材料",
                BigDecimal.valueOf(baseline.materials().size()),
                BigDecimal.valueOf(content.materials().size() + unfounded));
    }

    private static boolean founded(Baseline.Paper paper) {
        return paper.ground() != null
                && paper.groundNote() != null
                && !paper.groundNote().isBlank();
    }
}
