package cn.gov.jiyuan.platform.documents;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a line in one font.
 *
 * @param x left edge in millimetres
 * @param advances to the next character, one for each character
 */
record Run(FontFace font, double x, String text, List<Double> advances) {
    /** Cuts a line where its font changes; characters beyond the basic plane stand alone. */
    static List<Run> of(Mark.Text line, Fonts fonts) {
        List<Run> runs = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        List<Double> advances = new ArrayList<>();
        FontFace current = null;
        double x = line.x();
        double start = x;
        for (int character : line.text().codePoints().toArray()) {
            FontFace font = fonts.of(line.face(), character);
            boolean apart =
                    character > 0xFFFF || !text.isEmpty() && Character.isLowSurrogate(text.charAt(text.length() - 1));
            if (current != null && (font != current || apart)) {
                runs.add(new Run(current, start, text.toString(), advances));
                text = new StringBuilder();
                advances = new ArrayList<>();
                start = x;
            }
            current = font;
            text.appendCodePoint(character);
            double advance = font.advance(character) * line.size() + line.spacing();
            advances.add(advance);
            x += advance;
        }
        if (current != null) {
            runs.add(new Run(current, start, text.toString(), advances));
        }
        return runs;
    }
}
