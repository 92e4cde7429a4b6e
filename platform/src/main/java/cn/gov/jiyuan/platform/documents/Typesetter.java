package cn.gov.jiyuan.platform.documents;

import java.util.ArrayList;
import java.util.List;

/** Breaks Chinese text into justified lines: no closing mark at a line's beginning, no opening one at its end, no number torn. */
final class Typesetter {
    private static final String NEVER_FIRST = "，。；：！？、）》〉」』】〕”’…％%·";
    private static final String NEVER_LAST = "（《〈「『【〔“‘□■";

    private final Fonts fonts;

    Typesetter(Fonts fonts) {
        this.fonts = fonts;
    }

    double width(Typeface face, double size, String text) {
        return fonts.width(face, size, 0, text);
    }

    /** Text centred between two edges. */
    Mark.Text centred(
            double left,
            double right,
            double baseline,
            double size,
            Typeface face,
            boolean bold,
            Colour colour,
            double spacing,
            String text) {
        double width = fonts.width(face, size, spacing, text);
        return new Mark.Text((left + right - width) / 2, baseline, size, face, bold, colour, spacing, text);
    }

    /** Text that ends at an edge. */
    Mark.Text flushRight(double right, double baseline, double size, Typeface face, Colour colour, String text) {
        return new Mark.Text(right - fonts.width(face, size, 0, text), baseline, size, face, false, colour, 0, text);
    }

    /**
     * The lines of a paragraph.
     *
     * @param width of a full line in millimetres
     * @param indent of the first line
     */
    List<Line> lines(String paragraph, Typeface face, double size, double width, double indent) {
        List<Line> lines = new ArrayList<>();
        List<String> units = units(paragraph);
        List<String> line = new ArrayList<>();
        double used = indent;
        for (String unit : units) {
            double advance = fonts.width(face, size, 0, unit);
            if (used + advance > width + 0.01 && !line.isEmpty()) {
                List<String> carried = carry(line, unit);
                lines.add(justified(
                        line, face, size, width - (lines.isEmpty() ? indent : 0), lines.isEmpty() ? indent : 0));
                line = carried;
                used = fonts.width(face, size, 0, String.join("", line));
            }
            line.add(unit);
            used += advance;
        }
        lines.add(new Line(lines.isEmpty() ? indent : 0, 0, String.join("", line)));
        return lines;
    }

    /** Takes from the line's end what may not stay there before {@code next}; leaves at least one unit. */
    private static List<String> carry(List<String> line, String next) {
        List<String> carried = new ArrayList<>();
        boolean badStart = NEVER_FIRST.contains(next);
        while (line.size() > 1 && (badStart || NEVER_LAST.contains(line.getLast()))) {
            String moved = line.removeLast();
            carried.addFirst(moved);
            badStart = NEVER_FIRST.contains(moved);
        }
        return carried;
    }

    private Line justified(List<String> units, Typeface face, double size, double width, double indent) {
        String text = String.join("", units);
        double slack = width - fonts.width(face, size, 0, text);
        int gaps = (int) text.codePoints().count() - 1;
        return new Line(indent, gaps <= 0 ? 0 : Math.min(slack / gaps, size / 4), text);
    }

    /** Single Chinese characters, but whole words and numbers. */
    private static List<String> units(String text) {
        List<String> units = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        text.codePoints().forEach(character -> {
            boolean tight = character < 0x250 && character > ' ';
            if (!tight || word.length() >= 24) {
                flush(word, units);
            }
            if (tight) {
                word.appendCodePoint(character);
            } else {
                units.add(Character.toString(character));
            }
        });
        flush(word, units);
        return units;
    }

    private static void flush(StringBuilder word, List<String> units) {
        if (!word.isEmpty()) {
            units.add(word.toString());
            word.setLength(0);
        }
    }

    /** @param offset from the left edge; @param spacing between characters, to fill the line */
    record Line(double offset, double spacing, String text) {}
}
