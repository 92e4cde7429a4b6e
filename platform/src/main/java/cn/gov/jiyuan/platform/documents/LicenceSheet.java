package cn.gov.jiyuan.platform.documents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The face of a licence (证照照面), A4 across, with a border of water scales.
 *
 * @param title name of the licence
 * @param copy 正本 or 副本
 * @param fields label and value, in the order of reading; long values wrap
 * @param issuer full name of the issuing unit
 * @param identifier 证照标识 (GB/T 36904)
 * @param verifyUrl what the QR code says
 */
public record LicenceSheet(
        String title,
        String copy,
        List<Field> fields,
        String issuer,
        LocalDate issuedOn,
        String identifier,
        String verifyUrl) {
    public LicenceSheet {
        fields = List.copyOf(fields);
    }

    /** One line of the face. */
    public record Field(String label, String value) {}

    public Layout layout(Fonts fonts) {
        return new Sheet(this, new Typesetter(fonts)).set();
    }

    /** Sets one licence. */
    private static final class Sheet {
        private static final double WIDTH = Page.A4_LONG;
        private static final double HEIGHT = Page.A4_SHORT;
        private static final Colour INK = new Colour(0x0A, 0x3F, 0x4D);
        private static final Colour PALE = new Colour(0x9C, 0xC2, 0xC8);
        private static final double LABEL_LEFT = 36;
        private static final double LABEL_WIDTH = 33;
        private static final double VALUE_LEFT = 76;
        private static final double VALUE_WIDTH = 148;
        private static final double QR_LEFT = 232;

        private final LicenceSheet sheet;
        private final Typesetter setter;
        private final List<Mark> marks = new ArrayList<>();

        Sheet(LicenceSheet sheet, Typesetter setter) {
            this.sheet = sheet;
            this.setter = setter;
        }

        Layout set() {
            border();
            heading();
            face();
            StampPosition seal = issue();
            marks.add(setter.centred(
                    0, WIDTH, 186, 3.3, Typeface.SONG, false, Colour.GREY, 0.1, "证照标识  " + sheet.identifier()));
            return new Layout(sheet.title(), List.of(new Page(WIDTH, HEIGHT, marks)), seal);
        }

        private void border() {
            marks.add(Mark.frame(10, 10, WIDTH - 20, HEIGHT - 20, 1.1, INK));
            marks.add(new Mark.Path(scales(), 0.22, PALE, null));
            marks.add(Mark.frame(18.5, 18.5, WIDTH - 37, HEIGHT - 37, 0.35, INK));
            for (double x : new double[] {14.5, WIDTH - 14.5}) {
                for (double y : new double[] {14.5, HEIGHT - 14.5}) {
                    marks.add(Mark.filled(x - 3.5, y - 3.5, 7, 7, INK));
                    marks.add(Mark.frame(x - 2.4, y - 2.4, 4.8, 4.8, 0.25, PALE));
                    marks.add(Mark.filled(x - 1.1, y - 1.1, 2.2, 2.2, PALE));
                }
            }
        }

        /** 水纹: rising half circles one behind the other, in the band between the two frames. */
        private static List<Mark.Step> scales() {
            List<Mark.Step> steps = new ArrayList<>();
            row(steps, 18, WIDTH - 18, 18, true, -1);
            row(steps, 18, WIDTH - 18, HEIGHT - 11, true, -1);
            row(steps, 18, HEIGHT - 18, 18, false, -1);
            row(steps, 18, HEIGHT - 18, WIDTH - 11, false, -1);
            return steps;
        }

        private static void row(
                List<Mark.Step> steps, double from, double until, double base, boolean across, int direction) {
            int count = (int) Math.round((until - from) / 9);
            double pitch = (until - from) / count;
            for (int i = 0; i < count; i++) {
                double middle = from + (i + 0.5) * pitch;
                for (double part : new double[] {1, 0.62, 0.26}) {
                    double half = pitch / 2 * part;
                    double height = direction * 6.6 * part * 4 / 3;
                    steps.add(point('M', across, middle - half, base));
                    steps.add(
                            across
                                    ? new Mark.Step(
                                            'B',
                                            middle - half,
                                            base + height,
                                            middle + half,
                                            base + height,
                                            middle + half,
                                            base)
                                    : new Mark.Step(
                                            'B',
                                            base + height,
                                            middle - half,
                                            base + height,
                                            middle + half,
                                            base,
                                            middle + half));
                }
            }
        }

        private static Mark.Step point(char kind, boolean across, double along, double base) {
            return across ? new Mark.Step(kind, along, base) : new Mark.Step(kind, base, along);
        }

        private void heading() {
            double size = 15;
            double spacing = 5;
            while (size > 8
                    && setter.width(Typeface.SONG, size, sheet.title())
                                    + spacing * sheet.title().length()
                            > 210) {
                size -= 0.5;
                spacing = size / 3;
            }
            marks.add(setter.centred(0, WIDTH, 46, size, Typeface.SONG, true, INK, spacing, sheet.title()));
            marks.add(setter.centred(0, WIDTH, 57, 5, Typeface.SONG, false, INK, 1, "（" + sheet.copy() + "）"));
        }

        /** Rows close up when there are many, so that the issuing unit always has its place. */
        private void face() {
            List<List<Typesetter.Line>> values = new ArrayList<>();
            int rows = 0;
            double size = 5.4;
            do {
                size -= 0.2;
                values.clear();
                for (Field field : sheet.fields()) {
                    values.add(setter.lines(field.value(), Typeface.SONG, size, VALUE_WIDTH, 0));
                }
                rows = values.stream().mapToInt(List::size).sum();
            } while (rows * size * 1.5 > 88 && size > 3);
            double pitch = Math.min(10.5, 88.0 / Math.max(1, rows));
            double y = 75;
            for (int i = 0; i < values.size(); i++) {
                label(sheet.fields().get(i).label(), y, Math.min(5, size));
                for (Typesetter.Line line : values.get(i)) {
                    marks.add(new Mark.Text(
                            VALUE_LEFT, y, size, Typeface.SONG, false, Colour.BLACK, line.spacing(), line.text()));
                    y += pitch;
                }
            }
            marks.add(QrCode.draw(sheet.verifyUrl(), QR_LEFT, 70, 28));
            marks.add(setter.centred(QR_LEFT, QR_LEFT + 28, 104, 3.4, Typeface.HEI, false, Colour.GREY, 0.3, "扫码核验"));
        }

        /** Labels of different length fill the same width, as printed licences do. */
        private void label(String label, double y, double size) {
            double width = setter.width(Typeface.HEI, size, label);
            int gaps = label.codePointCount(0, label.length()) - 1;
            double spacing = gaps < 1 ? 0 : (LABEL_WIDTH - width) / gaps;
            double fitted = spacing < 0 ? size * LABEL_WIDTH / width : size;
            marks.add(new Mark.Text(LABEL_LEFT, y, fitted, Typeface.HEI, false, INK, Math.max(0, spacing), label));
        }

        private StampPosition issue() {
            double centre = 222;
            String date = "%d 年 %d 月 %d 日"
                    .formatted(
                            sheet.issuedOn().getYear(),
                            sheet.issuedOn().getMonthValue(),
                            sheet.issuedOn().getDayOfMonth());
            marks.add(setter.centred(
                    centre - 60, centre + 60, 160, 5.6, Typeface.SONG, false, Colour.BLACK, 0.3, sheet.issuer()));
            marks.add(setter.centred(centre - 60, centre + 60, 170, 5.6, Typeface.SONG, false, Colour.BLACK, 0, date));
            return new StampPosition(0, centre, 156);
        }
    }
}
