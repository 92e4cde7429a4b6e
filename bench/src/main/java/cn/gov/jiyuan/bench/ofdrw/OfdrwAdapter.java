package cn.gov.jiyuan.bench.ofdrw;

import cn.gov.jiyuan.platform.documents.Colour;
import cn.gov.jiyuan.platform.documents.Layout;
import cn.gov.jiyuan.platform.documents.Mark;
import cn.gov.jiyuan.platform.documents.Page;
import cn.gov.jiyuan.platform.documents.StampPosition;
import cn.gov.jiyuan.platform.documents.Typeface;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.ofdrw.font.Font;
import org.ofdrw.font.FontName;
import org.ofdrw.layout.OFDDoc;
import org.ofdrw.layout.VirtualPage;
import org.ofdrw.layout.edit.Attachment;
import org.ofdrw.layout.element.canvas.Canvas;
import org.ofdrw.layout.element.canvas.DrawContext;
import org.ofdrw.layout.element.canvas.FontSetting;
import org.ofdrw.reader.OFDReader;
import org.ofdrw.sign.NumberFormatAtomicSignID;
import org.ofdrw.sign.OFDSigner;
import org.ofdrw.sign.SignMode;
import org.ofdrw.sign.stamppos.NormalStampPos;
import org.ofdrw.sign.verify.OFDValidator;
import org.ofdrw.sign.verify.container.SESV4ValidateContainer;

/** Lives in {@link OfdrwLoader} only. Draws on its canvas, its leanest way; names the fonts and does not embed them. */
public final class OfdrwAdapter implements Ofdrw {
    private static final double SEAL = 42;

    @Override
    public byte[] issue(Layout layout, Path metadata, Signer signer) throws Exception {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream(64 * 1024);
        StampPosition at = layout.sealAt();
        try (OFDReader reader = new OFDReader(new ByteArrayInputStream(draw(layout, metadata)));
                OFDSigner stamping = new OFDSigner(reader, sealed, new NumberFormatAtomicSignID())) {
            stamping.setSignMode(SignMode.WholeProtected)
                    .setSignContainer(new OfdrwAdapterSigning(signer))
                    .addApPos(new NormalStampPos(at.page() + 1, at.x() - SEAL / 2, at.y() - SEAL / 2, SEAL, SEAL));
            stamping.exeSign();
        }
        return sealed.toByteArray();
    }

    @Override
    public void verify(byte[] file) throws Exception {
        try (OFDReader reader = new OFDReader(new ByteArrayInputStream(file));
                OFDValidator validator = new OFDValidator(reader)) {
            validator.setValidator(new SESV4ValidateContainer()).exeValidate();
        }
    }

    private static byte[] draw(Layout layout, Path metadata) throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream(64 * 1024);
        try (OFDDoc document = new OFDDoc(plain)) {
            for (Page page : layout.pages()) {
                Canvas canvas = new Canvas(0, 0, page.width(), page.height());
                canvas.setDrawer(context -> {
                    for (Mark mark : page.marks()) {
                        draw(context, mark);
                    }
                });
                VirtualPage sheet = new VirtualPage(page.width(), page.height());
                sheet.add(canvas);
                document.addVPage(sheet);
            }
            document.addAttachment(new Attachment("metadata", metadata));
        }
        return plain.toByteArray();
    }

    private static void draw(DrawContext context, Mark mark) throws IOException {
        switch (mark) {
            case Mark.Text text -> text(context, text);
            case Mark.Path path -> path(context, path);
            case Mark.Picture picture -> throw new IOException("pictures are not compared");
        }
    }

    private static void text(DrawContext context, Mark.Text text) throws IOException {
        Font font = (text.face() == Typeface.SONG ? FontName.SimSun : FontName.SimHei).font();
        FontSetting setting = new FontSetting(text.size(), font);
        setting.setLetterSpacing(text.spacing());
        if (text.bold()) {
            setting.setFontWeight(700);
        }
        context.setFont(setting);
        context.setFillColor(rgb(text.colour()));
        context.fillText(text.text(), text.x(), text.baseline());
    }

    private static void path(DrawContext context, Mark.Path path) {
        context.beginPath();
        for (Mark.Step step : path.steps()) {
            double[] p = step.points();
            switch (step.kind()) {
                case 'M' -> context.moveTo(p[0], p[1]);
                case 'L' -> context.lineTo(p[0], p[1]);
                case 'B' -> context.bezierCurveTo(p[0], p[1], p[2], p[3], p[4], p[5]);
                default -> context.closePath();
            }
        }
        fill(context, path.fill());
        if (path.stroke() != null) {
            context.setLineWidth(path.width());
            context.setStrokeColor(rgb(path.stroke()));
            context.stroke();
        }
    }

    private static void fill(DrawContext context, @Nullable Colour colour) {
        if (colour != null) {
            context.setFillColor(rgb(colour));
            context.fill();
        }
    }

    private static int[] rgb(Colour colour) {
        return new int[] {colour.red(), colour.green(), colour.blue()};
    }
}
