package cn.gov.jiyuan.platform.documents;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.GeneralPath;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** Draws the picture of a seal (印模): red on nothing, 300 dpi, a PNG of few colours so that it stays small. */
final class SealPicture {
    private static final double DOTS = 300 / 25.4;
    private static final int LEVELS = 16;

    private final Fonts fonts;
    private final double size;
    private final Graphics2D graphics;
    private final BufferedImage image;

    private SealPicture(Fonts fonts, double size) {
        this.fonts = fonts;
        this.size = size;
        int pixels = (int) Math.ceil(size * DOTS);
        image = new BufferedImage(pixels, pixels, BufferedImage.TYPE_INT_ARGB);
        graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Color.BLACK);
        // Millimetres from the centre.
        graphics.scale(DOTS, DOTS);
        graphics.translate(size / 2, size / 2);
    }

    /** @return PNG with transparency */
    static byte[] draw(Fonts fonts, SealKind kind, String text) {
        SealPicture picture = new SealPicture(fonts, kind.millimetres());
        if (kind.round()) {
            picture.round(text, kind.label());
        } else {
            picture.square(text);
        }
        return picture.png();
    }

    private void round(String text, String label) {
        double line = 1.2;
        double radius = size / 2 - line / 2 - 0.1;
        graphics.setStroke(new BasicStroke((float) line));
        graphics.draw(new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius));
        graphics.fill(star(size / 6));
        onArc(text, radius - line / 2 - 1.1, label.isEmpty() ? 252 : 226);
        if (!label.isEmpty()) {
            straight(label, size * 0.27, size * 0.085, 0.86);
        }
    }

    /** The unit's name from left to right over the star, the gap at the bottom. */
    private void onArc(String text, double outer, double widest) {
        int[] characters = text.codePoints().toArray();
        int count = characters.length;
        double height = Math.min(6.2, Math.max(3.6, 2 * Math.PI * outer * 0.68 / count / 0.9));
        double span = Math.toRadians(Math.min(widest, Math.max(120, count * 19.0)));
        double step = count == 1 ? 0 : span / (count - 1);
        double radius = outer - height * 0.88;
        double room = step * (radius + height / 2) * 0.92;
        double width = count == 1 ? 1 : Math.min(0.92, room / height);
        for (int i = 0; i < count; i++) {
            AffineTransform place = AffineTransform.getRotateInstance(count == 1 ? 0 : -span / 2 + i * step);
            place.translate(0, -radius);
            glyph(characters[i], place, height, width);
        }
    }

    private void straight(String text, double baseline, double height, double narrow) {
        int[] characters = text.codePoints().toArray();
        double advance = height * narrow * 1.05;
        double x = -advance * (characters.length - 1) / 2;
        for (int character : characters) {
            glyph(character, AffineTransform.getTranslateInstance(x, baseline), height, narrow);
            x += advance;
        }
    }

    /** Draws a character centred over the origin of {@code place}, its base line there. */
    private void glyph(int character, AffineTransform place, double height, double narrow) {
        FontFace font = fonts.of(Typeface.SONG, character);
        GeneralPath outline = font.outline(character);
        AffineTransform transform = new AffineTransform(place);
        transform.scale(height * narrow, -height);
        transform.translate(-font.advance(character) / 2, 0);
        outline.transform(transform);
        graphics.fill(outline);
        graphics.setStroke(new BasicStroke((float) (height * 0.035)));
        graphics.draw(outline);
    }

    /** Four characters in two columns, right to left, as on a carved name seal. */
    private void square(String name) {
        double line = 0.8;
        double side = size - line - 0.2;
        graphics.setStroke(new BasicStroke((float) line));
        graphics.draw(new Rectangle2D.Double(-side / 2, -side / 2, side, side));
        int[] letters = (name.codePointCount(0, name.length()) < 4 ? name + "印" : name)
                .codePoints()
                .toArray();
        int rows = (letters.length + 1) / 2;
        double cell = (side - line) / Math.max(2, rows);
        for (int i = 0; i < letters.length; i++) {
            double x = i / rows == 0 ? side / 4 : -side / 4;
            double y = -side / 2 + line / 2 + (i % rows) * cell + cell * 0.86;
            glyph(letters[i], AffineTransform.getTranslateInstance(x, y), cell * 0.95, Math.min(1, side / 2 / cell));
        }
    }

    private static GeneralPath star(double radius) {
        GeneralPath star = new GeneralPath();
        for (int i = 0; i < 10; i++) {
            double r = i % 2 == 0 ? radius : radius * 0.381966;
            double angle = Math.PI * i / 5 - Math.PI / 2;
            double x = r * Math.cos(angle);
            double y = r * Math.sin(angle);
            if (i == 0) {
                star.moveTo(x, y);
            } else {
                star.lineTo(x, y);
            }
        }
        star.closePath();
        return star;
    }

    private byte[] png() {
        graphics.dispose();
        byte[] red = new byte[LEVELS];
        byte[] green = new byte[LEVELS];
        byte[] blue = new byte[LEVELS];
        byte[] alpha = new byte[LEVELS];
        Arrays.fill(red, (byte) Colour.SEAL_RED.red());
        Arrays.fill(green, (byte) Colour.SEAL_RED.green());
        Arrays.fill(blue, (byte) Colour.SEAL_RED.blue());
        for (int i = 0; i < LEVELS; i++) {
            alpha[i] = (byte) (i * 17);
        }
        int side = image.getWidth();
        BufferedImage small = new BufferedImage(
                side, side, BufferedImage.TYPE_BYTE_BINARY, new IndexColorModel(4, LEVELS, red, green, blue, alpha));
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                small.getRaster().setSample(x, y, 0, ((image.getRGB(x, y) >>> 24) + 8) / 17);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(small, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
