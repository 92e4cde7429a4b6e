package cn.gov.jiyuan.platform.documents;

import java.util.ArrayList;
import java.util.List;

/**
 * A form on paper (表格): blank to be filled in by hand (空白表), or filled in as an example (样表). A sample says so on
 * every page, behind the text and above it, so that nobody takes it for an application.
 *
 * @param source where the form comes from, at the foot of every page
 * @param address what the QR code says: where to read more or apply online
 */
public record FormSheet(
        String title,
        boolean sample,
        List<String> intro,
        List<Section> sections,
        List<String> closing,
        String source,
        String address) {
    public FormSheet {
        intro = List.copyOf(intro);
        sections = List.copyOf(sections);
        closing = List.copyOf(closing);
    }

    /** Rows under a heading; an empty heading is not drawn. */
    public record Section(String heading, List<Row> rows) {
        public Section {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A row of the table.
     *
     * @param value what stands in it; empty to be filled in
     * @param lines least height, in lines
     */
    public record Row(String label, String value, int lines) {}

    public Layout layout(Fonts fonts) {
        return new Sheet(this, new Typesetter(fonts)).set();
    }

    /** Sets one form, page by page. */
    private static final class Sheet {
        private static final double LEFT = 20;
        private static final double RIGHT = 190;
        private static final double LABEL = 48;
        private static final double BOTTOM = 272;
        private static final double SIZE = 4.2;
        private static final double PITCH = 6.6;
        private static final double PAD = 2.2;
        private static final double RULE = 0.25;
        private static final Colour PALE = new Colour(0xEC, 0xE6, 0xE0);
        private static final Colour LINE = new Colour(0x8A, 0x97, 0x9A);

        private final FormSheet form;
        private final Typesetter setter;
        private final List<Page> pages = new ArrayList<>();
        private List<Mark> marks = new ArrayList<>();
        private double y;

        Sheet(FormSheet form, Typesetter setter) {
            this.form = form;
            this.setter = setter;
        }

        Layout set() {
            begin();
            heading();
            form.intro().forEach(text -> paragraph(text, 2 * SIZE));
            form.sections().forEach(this::section);
            y += PITCH;
            form.closing().forEach(text -> paragraph(text, 0));
            turn();
            return new Layout(form.title(), pages, new StampPosition(pages.size() - 1, 150, 250));
        }

        private void begin() {
            marks = new ArrayList<>();
            y = 24;
            if (form.sample()) {
                for (double middle : new double[] {80, 150, 220}) {
                    marks.add(setter.centred(LEFT, RIGHT, middle, 44, Typeface.HEI, false, PALE, 30, "样例"));
                }
                marks.add(Mark.frame(RIGHT - 42, 12, 42, 9, 0.5, Colour.SEAL_RED));
                marks.add(setter.centred(
                        RIGHT - 42, RIGHT, 18.2, 4.2, Typeface.HEI, false, Colour.SEAL_RED, 0.2, "样例　内容虚构"));
            }
        }

        private void heading() {
            y += 8;
            for (Typesetter.Line line : setter.lines(form.title(), Typeface.HEI, 7.2, 150, 0)) {
                marks.add(setter.centred(LEFT, RIGHT, y, 7.2, Typeface.HEI, false, Colour.BLACK, 0.4, line.text()));
                y += 11;
            }
            y += 2;
        }

        private void section(Section section) {
            if (!section.heading().isEmpty()) {
                need(PITCH * 3);
                y += PITCH;
                marks.add(new Mark.Text(LEFT, y, 4.8, Typeface.HEI, false, Colour.WATER, 0, section.heading()));
                y += 2.6;
            }
            section.rows().forEach(this::row);
        }

        private void row(Row row) {
            List<Typesetter.Line> label = setter.lines(row.label(), Typeface.HEI, SIZE, LABEL - 2 * PAD, 0);
            List<Typesetter.Line> value =
                    setter.lines(row.value(), Typeface.SONG, SIZE, RIGHT - LEFT - LABEL - 2 * PAD, 0);
            int lines = Math.max(Math.max(label.size(), value.size()), row.lines());
            double height = lines * PITCH + PAD;
            need(height);
            marks.add(Mark.frame(LEFT, y, RIGHT - LEFT, height, RULE, LINE));
            marks.add(Mark.line(LEFT + LABEL, y, LEFT + LABEL, y + height, RULE, LINE));
            text(label, Typeface.HEI, LEFT + PAD);
            text(value, Typeface.SONG, LEFT + LABEL + PAD);
            y += height;
        }

        private void text(List<Typesetter.Line> lines, Typeface face, double x) {
            double baseline = y + PITCH - 1;
            for (Typesetter.Line line : lines) {
                marks.add(new Mark.Text(
                        x + line.offset(), baseline, SIZE, face, false, Colour.BLACK, line.spacing(), line.text()));
                baseline += PITCH;
            }
        }

        private void paragraph(String text, double indent) {
            for (Typesetter.Line line : setter.lines(text, Typeface.SONG, SIZE, RIGHT - LEFT, indent)) {
                need(PITCH);
                y += PITCH;
                marks.add(new Mark.Text(
                        LEFT + line.offset(),
                        y,
                        SIZE,
                        Typeface.SONG,
                        false,
                        Colour.BLACK,
                        line.spacing(),
                        line.text()));
            }
            y += 2.4;
        }

        private void need(double height) {
            if (y + height > BOTTOM) {
                turn();
                begin();
            }
        }

        private void turn() {
            marks.add(QrCode.draw(form.address(), LEFT, 277, 13));
            marks.add(new Mark.Text(LEFT + 16, 283, 3.2, Typeface.HEI, false, Colour.GREY, 0, form.source()));
            marks.add(new Mark.Text(LEFT + 16, 288, 3.2, Typeface.HEI, false, Colour.GREY, 0, "扫码看办事指南，网上办理"));
            marks.add(setter.flushRight(RIGHT, 288, 3.2, Typeface.HEI, Colour.GREY, "第 " + (pages.size() + 1) + " 页"));
            pages.add(new Page(Page.A4_SHORT, Page.A4_LONG, marks));
        }
    }
}
