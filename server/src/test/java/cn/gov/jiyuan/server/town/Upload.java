package cn.gov.jiyuan.server.town;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A file as a browser sends it. */
public record Upload(String field, String name, String mediaType, byte[] content) {
    /** A small picture, different for each seed. */
    public static Upload picture(String field, String name) {
        return new Upload(field, name, "image/png", png(name.hashCode()));
    }

    public static byte[] png(int seed) {
        BufferedImage image = new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(seed));
        pen.fillRect(20, 20, 280, 160);
        pen.dispose();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
