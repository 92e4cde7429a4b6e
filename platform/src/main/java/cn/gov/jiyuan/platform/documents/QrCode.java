package cn.gov.jiyuan.platform.documents;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A QR code (二维码) as one outline, so that it stays sharp in print. */
public final class QrCode {
    private QrCode() {}

    /** @param size of the code without its quiet zone, in millimetres */
    static Mark draw(String content, double x, double y, double size) {
        ByteMatrix matrix = encode(content);
        double module = size / matrix.getWidth();
        List<Mark.Step> steps = new ArrayList<>();
        for (int row = 0; row < matrix.getHeight(); row++) {
            int column = 0;
            while (column < matrix.getWidth()) {
                int start = column;
                while (column < matrix.getWidth() && matrix.get(column, row) == 1) {
                    column++;
                }
                if (column > start) {
                    steps.addAll(
                            Mark.rectangle(x + start * module, y + row * module, (column - start) * module, module));
                }
                column++;
            }
        }
        return new Mark.Path(steps, 0, null, Colour.BLACK);
    }

    /** The code for a web page, with its quiet zone of four modules (ISO/IEC 18004). */
    public static String svg(String content, String title) {
        ByteMatrix matrix = encode(content);
        StringBuilder path = new StringBuilder();
        for (int row = 0; row < matrix.getHeight(); row++) {
            for (int column = 0; column < matrix.getWidth(); column++) {
                if (matrix.get(column, row) == 1) {
                    path.append('M')
                            .append(column + 4)
                            .append(' ')
                            .append(row + 4)
                            .append("h1v1h-1z");
                }
            }
        }
        int size = matrix.getWidth() + 8;
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\"><title>%s</title>"
                        .formatted(size, size, title)
                + "<path fill=\"#fff\" d=\"M0 0h%dv%dH0z\"/><path d=\"%s\"/></svg>".formatted(size, size, path);
    }

    private static ByteMatrix encode(String content) {
        try {
            return Encoder.encode(content, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
                    .getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("content too long for a QR code: " + content.length(), e);
        }
    }
}
