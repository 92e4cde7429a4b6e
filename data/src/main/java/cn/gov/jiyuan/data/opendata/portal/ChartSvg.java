package cn.gov.jiyuan.data.opendata.portal;

import cn.gov.jiyuan.data.opendata.release.Rows.Figure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.springframework.web.util.HtmlUtils;

/**
 * Draws a figure as SVG: bars for kinds and places, a line for a course of time. Axes start at zero, labels stand at the
 * things they name; the numbers stand in a table beside it for those who cannot see it.
 */
final class ChartSvg {
    private static final int WIDTH = 720;
    private static final int LABEL = 190;
    private static final int ROW = 30;
    private static final int HEIGHT = 260;
    private static final int LONGEST = 11;
    private static final String INK = "#1b2426";
    private static final String TEAL = "#0f5c6e";

    private ChartSvg() {}

    static String of(Figure figure) {
        return figure.line() ? line(figure) : bars(figure);
    }

    private static String bars(Figure figure) {
        double most =
                figure.bars().stream().mapToDouble(Figure.Bar::value).max().orElse(1);
        StringBuilder svg = begin(figure, figure.bars().size() * ROW + 10);
        int y = 4;
        for (Figure.Bar bar : figure.bars()) {
            double width = most <= 0 ? 0 : Math.max(0, bar.value()) / most * (WIDTH - LABEL - 110);
            svg.append(text(LABEL - 10, y + 19, "end", shortened(bar.label())));
            svg.append("<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"20\" fill=\"%s\"/>"
                    .formatted(LABEL, y + 3, width, TEAL));
            svg.append(text(LABEL + (int) width + 8, y + 19, "start", number(bar.value())));
            y += ROW;
        }
        return svg.append("</svg>").toString();
    }

    private static String line(Figure figure) {
        List<Figure.Bar> points = figure.bars();
        double most = points.stream().mapToDouble(Figure.Bar::value).max().orElse(1);
        StringBuilder svg = begin(figure, HEIGHT);
        StringBuilder path = new StringBuilder();
        int last = points.size() - 1;
        for (int i = 0; i <= last; i++) {
            double x = x(i, last);
            double y = y(points.get(i).value(), most);
            path.append(i == 0 ? "M" : "L").append("%.1f %.1f ".formatted(x, y));
            svg.append("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>".formatted(x, y, TEAL));
            if (i == 0 || i == last || points.size() <= 12 && i % 2 == 0) {
                String anchor = i == 0 ? "start" : i == last ? "end" : "middle";
                svg.append(text(
                        (int) x, HEIGHT - 8, anchor, shortened(points.get(i).label())));
                svg.append(
                        text((int) x, (int) y - 10, anchor, number(points.get(i).value())));
            }
        }
        svg.append("<path d=\"").append(path.toString().strip()).append("\" fill=\"none\" stroke=\"");
        svg.append(TEAL).append("\" stroke-width=\"2\"/>");
        svg.append("<path d=\"M40 ").append(HEIGHT - 30).append("H").append(WIDTH - 40);
        return svg.append("\" stroke=\"#4a5759\" fill=\"none\"/></svg>").toString();
    }

    private static double x(int i, int last) {
        return 50 + (last == 0 ? 0 : (double) i / last * (WIDTH - 100));
    }

    private static double y(double value, double most) {
        return HEIGHT - 30 - (most <= 0 ? 0 : Math.max(0, value) / most * (HEIGHT - 70));
    }

    private static StringBuilder begin(Figure figure, int height) {
        String title = HtmlUtils.htmlEscape("按" + figure.dimension() + "的" + figure.measure());
        return new StringBuilder("<svg viewBox=\"0 0 " + WIDTH + " " + height + "\" width=\"" + WIDTH + "\" height=\""
                + height + "\" role=\"img\" aria-label=\"" + title + "，数值见下表\">");
    }

    private static String text(int x, int y, String anchor, String words) {
        return "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" font-size=\"15\" fill=\"%s\">%s</text>"
                .formatted(x, y, anchor, INK, HtmlUtils.htmlEscape(words));
    }

    private static String shortened(String label) {
        return label.length() > LONGEST ? label.substring(0, LONGEST) + "…" : label.isEmpty() ? "（空）" : label;
    }

    static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
