package cn.gov.jiyuan.platform.documents;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something drawn on a page. All measures in millimetres from the top left corner. */
public sealed interface Mark {
    /**
     * One line of text.
     *
     * @param x left edge of the first character
     * @param baseline distance of the base line from the top
     * @param size of the type, in millimetres
     * @param spacing added between characters
     * @param bold drawn with a thickened outline, as the Chinese faces at hand have no bold cut
     */
    record Text(
            double x,
            double baseline,
            double size,
            Typeface face,
            boolean bold,
            Colour colour,
            double spacing,
            String text)
            implements Mark {}

    /** @param steps the outline; filled if {@code fill} is given, drawn if {@code stroke} is */
    record Path(
            List<Step> steps,
            double width,
            @Nullable Colour stroke,
            @Nullable Colour fill) implements Mark {
        public Path {
            steps = List.copyOf(steps);
        }
    }

    /** @param png content of a PNG or JPEG file */
    record Picture(double x, double y, double width, double height, byte[] png) implements Mark {}

    /** One step of an outline: {@code M} move, {@code L} line, {@code B} Bézier curve with two control points, {@code C} close. */
    record Step(char kind, double... points) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Step step && kind == step.kind && Arrays.equals(points, step.points);
        }

        @Override
        public int hashCode() {
            return 31 * kind + Arrays.hashCode(points);
        }
    }

    static Path line(double x1, double y1, double x2, double y2, double width, Colour colour) {
        return new Path(List.of(new Step('M', x1, y1), new Step('L', x2, y2)), width, colour, null);
    }

    static Path frame(double x, double y, double width, double height, double lineWidth, Colour colour) {
        return new Path(rectangle(x, y, width, height), lineWidth, colour, null);
    }

    static Path filled(double x, double y, double width, double height, Colour colour) {
        return new Path(rectangle(x, y, width, height), 0, null, colour);
    }

    static List<Step> rectangle(double x, double y, double width, double height) {
        return new ArrayList<>(List.of(
                new Step('M', x, y),
                new Step('L', x + width, y),
                new Step('L', x + width, y + height),
                new Step('L', x, y + height),
                new Step('C')));
    }
}
