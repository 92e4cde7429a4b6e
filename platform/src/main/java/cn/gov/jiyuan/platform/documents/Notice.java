package cn.gov.jiyuan.platform.documents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * An official letter to a party (通知书、决定书), set in the letter form of GB/T 9704-2012 第 10.1 节: issuing unit in red,
 * double red rules, number at the right, text in 三号, seal over signature and date.
 *
 * @param issuer full name of the issuing unit, without “文件”
 * @param number 文号, for example 济市监受〔2026〕12 号
 * @param addressee without its colon
 * @param paragraphs of the text
 * @param remedies how to object, where and until when; may be empty
 * @param verifyUrl what the QR code says
 */
public record Notice(
        String issuer,
        String title,
        String number,
        String addressee,
        List<String> paragraphs,
        List<String> remedies,
        LocalDate date,
        String verifyUrl) {
    public Notice {
        paragraphs = List.copyOf(paragraphs);
        remedies = List.copyOf(remedies);
    }

    public Layout layout(Fonts fonts) {
        return new Sheet(this, fonts).set();
    }

    /** Sets one letter, page by page. */
    private static final class Sheet {
        private static final double LEFT = 28;
        private static final double RIGHT = 184;
        private static final double RULE_LEFT = 20;
        private static final double RULE_RIGHT = 190;
        private static final double BOTTOM = 266;
        /** 三号, 16 points. */
        private static final double BODY = 5.644;
        /** 二号, 22 points. */
        private static final double HEAD = 7.761;

        private static final double PITCH = 9.3;
        private static final double SIGNATURE_SPACE = 42;

        private final Notice notice;
        private final Typesetter setter;
        private final List<Page> pages = new ArrayList<>();
        private List<Mark> marks = new ArrayList<>();
        private double y;

        Sheet(Notice notice, Fonts fonts) {
            this.notice = notice;
            setter = new Typesetter(fonts);
        }

        Layout set() {
            head();
            title();
            paragraph(notice.addressee() + "：", 0);
            notice.paragraphs().forEach(text -> paragraph(text, 2 * BODY));
            notice.remedies().forEach(text -> paragraph(text, 2 * BODY));
            if (y + SIGNATURE_SPACE > 275) {
                turnPage();
            }
            StampPosition seal = signature();
            turnPage();
            return new Layout(notice.title(), pages, seal);
        }

        private void head() {
            double size = 12.5;
            while (size > 6 && setter.width(Typeface.SONG, size, notice.issuer()) > 150) {
                size -= 0.5;
            }
            double width = setter.width(Typeface.SONG, size, notice.issuer());
            int gaps = Math.max(1, notice.issuer().length() - 1);
            double spacing = Math.min(size * 0.35, Math.max(0, (140 - width) / gaps));
            double baseline = 30 + size * 0.88;
            marks.add(setter.centred(
                    RULE_LEFT,
                    RULE_RIGHT,
                    baseline,
                    size,
                    Typeface.SONG,
                    true,
                    Colour.SEAL_RED,
                    spacing,
                    notice.issuer()));
            double rule = baseline + size * 0.12 + 4;
            rules(rule, 1.0, 0.35);
            marks.add(setter.flushRight(RIGHT, rule + 9.6, BODY, Typeface.SONG, Colour.BLACK, notice.number()));
            rules(297 - 20 - 1.4, 0.35, 1.0);
            y = rule + 9.6 + 2.2 * PITCH;
        }

        private void rules(double top, double first, double second) {
            marks.add(Mark.filled(RULE_LEFT, top, RULE_RIGHT - RULE_LEFT, first, Colour.SEAL_RED));
            marks.add(Mark.filled(RULE_LEFT, top + first + 0.6, RULE_RIGHT - RULE_LEFT, second, Colour.SEAL_RED));
        }

        private void title() {
            List<Typesetter.Line> lines = setter.lines(notice.title(), Typeface.SONG, HEAD, 140, 0);
            for (Typesetter.Line line : lines) {
                marks.add(setter.centred(LEFT, RIGHT, y, HEAD, Typeface.SONG, true, Colour.BLACK, 0, line.text()));
                y += HEAD * 1.5;
            }
            y += PITCH * 0.7;
        }

        private void paragraph(String text, double indent) {
            for (Typesetter.Line line : setter.lines(text, Typeface.SONG, BODY, RIGHT - LEFT, indent)) {
                if (y > BOTTOM) {
                    turnPage();
                }
                marks.add(new Mark.Text(
                        LEFT + line.offset(),
                        y,
                        BODY,
                        Typeface.SONG,
                        false,
                        Colour.BLACK,
                        line.spacing(),
                        line.text()));
                y += PITCH;
            }
        }

        /** The seal sits squarely over signature and date, its upper edge within a line of the text. */
        private StampPosition signature() {
            String date = "%d年%d月%d日"
                    .formatted(
                            notice.date().getYear(),
                            notice.date().getMonthValue(),
                            notice.date().getDayOfMonth());
            double dateWidth = setter.width(Typeface.SONG, BODY, date);
            double nameWidth = setter.width(Typeface.SONG, BODY, notice.issuer());
            double centre = Math.min(RIGHT - 4 * BODY - dateWidth / 2, RIGHT - 2 * BODY - nameWidth / 2);
            double name = y + 16;
            marks.add(setter.centred(
                    centre - 80, centre + 80, name, BODY, Typeface.SONG, false, Colour.BLACK, 0, notice.issuer()));
            marks.add(setter.centred(
                    centre - 80, centre + 80, name + PITCH, BODY, Typeface.SONG, false, Colour.BLACK, 0, date));
            marks.add(QrCode.draw(notice.verifyUrl(), LEFT, y + 2, 24));
            marks.add(setter.centred(LEFT, LEFT + 24, y + 31, 3.2, Typeface.HEI, false, Colour.GREY, 0, "扫码核验本文书"));
            return new StampPosition(pages.size(), centre, name + PITCH / 2 - BODY * 0.4);
        }

        private void turnPage() {
            if (!pages.isEmpty()) {
                marks.add(setter.centred(
                        LEFT,
                        RIGHT,
                        281,
                        4.94,
                        Typeface.SONG,
                        false,
                        Colour.BLACK,
                        0,
                        "— " + (pages.size() + 1) + " —"));
            }
            pages.add(new Page(Page.A4_SHORT, Page.A4_LONG, marks));
            marks = new ArrayList<>();
            y = 37 + BODY;
        }
    }
}
