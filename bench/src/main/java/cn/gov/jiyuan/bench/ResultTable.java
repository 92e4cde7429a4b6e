package cn.gov.jiyuan.bench;

import java.io.PrintStream;
import java.util.Locale;

/** The table that a benchmark prints: ours first, then its peers with the ratio of the medians. */
final class ResultTable {
    private final PrintStream out;
    private final Spread ours;

    /** @param what is measured, with its unit */
    ResultTable(PrintStream out, String title, String unit, String what, Spread ours) {
        this.out = out;
        this.ours = ours;
        out.printf("%n%s (%s)%n", title, unit);
        out.printf("  %-52s %10s %10s %10s %8s%n", "", "min", "median", "max", "ours/it");
        line(what, ours, "");
    }

    ResultTable peer(String what, Spread theirs) {
        line(what, theirs, String.format(Locale.ROOT, "%.2f", ours.median() / theirs.median()));
        return this;
    }

    ResultTable note(String text) {
        out.println("  " + text);
        return this;
    }

    /** Whether what was promised is reached, with the figure that tells. */
    ResultTable goal(String promise, double measured, boolean reached) {
        out.println("  " + verdict(promise, measured, reached));
        return this;
    }

    static String verdict(String promise, double measured, boolean reached) {
        return String.format(Locale.ROOT, "%s：目标 %s，实测 %.2f", reached ? "达标" : "未达标", promise, measured);
    }

    private void line(String what, Spread spread, String ratio) {
        out.printf(
                "  %-52s %10s %10s %10s %8s%n",
                what, number(spread.min()), number(spread.median()), number(spread.max()), ratio);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : "%,.2f", value);
    }
}
