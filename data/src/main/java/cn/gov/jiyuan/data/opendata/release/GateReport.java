package cn.gov.jiyuan.data.opendata.release;

import cn.gov.jiyuan.data.opendata.anonymity.Outcome;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the gate found (匿名化门控结论), for reviewers.
 *
 * @param people whether the rows are about single people
 * @param offending columns that tell who somebody is
 * @param classes the smallest equivalence classes before @param published the smallest after
 */
public record GateReport(
        boolean people,
        boolean passed,
        List<Offence> offending,
        List<Step> quasi,
        Outcome.@Nullable Shape before,
        Outcome.@Nullable Shape after,
        long rows,
        long suppressedRows,
        long differencingRows,
        BigDecimal riskBefore,
        BigDecimal riskAfter,
        int k,
        int l,
        List<Line> classes,
        List<Line> published) {
    public record Offence(String column, String title, String why) {}

    /** @param level how coarse it became, in words */
    public record Step(String column, String title, int level, String words) {}

    public record Line(List<String> values, long rows) {}

    String words() {
        if (!offending.isEmpty()) {
            return "含直接标识符：" + offending.stream().map(Offence::title).toList();
        }
        return (passed ? "通过" : "未通过") + "，抑制 " + suppressedRows + "／" + rows + " 行";
    }
}
