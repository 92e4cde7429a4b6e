package cn.gov.jiyuan.platform.documents;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.transform.TransformerException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.xmpbox.XMPMetadata;
import org.apache.xmpbox.type.BadFieldValueException;
import org.apache.xmpbox.xml.XmpSerializer;

/** Draws one layout with PDFBox. */
final class PdfWriter {
    static final double POINTS = 72 / 25.4;
    private static final byte[] SRGB =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    private final PDDocument document;
    private final Fonts fonts;
    private final Layout layout;
    private final Metadata metadata;
    private final Map<FontFace, PDFont> embedded = new LinkedHashMap<>();

    PdfWriter(PDDocument document, Fonts fonts, Layout layout, Metadata metadata) {
        this.document = document;
        this.fonts = fonts;
        this.layout = layout;
        this.metadata = metadata;
    }

    void write(OutputStream out) throws IOException {
        List<FontFace> used = usedFonts();
        used.forEach(font -> font.lock().lock());
        try {
            for (FontFace font : used) {
                embedded.put(font, PDType0Font.load(document, font.font(), true));
            }
            for (Page page : layout.pages()) {
                draw(page);
            }
            describe();
            document.save(out);
        } finally {
            used.forEach(font -> font.lock().unlock());
        }
    }

    /** In the order of their names, so that two writers never wait for each other crosswise. */
    private List<FontFace> usedFonts() {
        return layout.pages().stream()
                .flatMap(page -> page.marks().stream())
                .filter(Mark.Text.class::isInstance)
                .flatMap(mark -> Run.of((Mark.Text) mark, fonts).stream())
                .map(Run::font)
                .distinct()
                .sorted(Comparator.comparing(FontFace::name))
                .toList();
    }

    private void draw(Page page) throws IOException {
        PDPage sheet = new PDPage(new PDRectangle(points(page.width()), points(page.height())));
        document.addPage(sheet);
        try (PDPageContentStream out = new PDPageContentStream(document, sheet)) {
            for (Mark mark : page.marks()) {
                switch (mark) {
                    case Mark.Text text -> text(out, text, page);
                    case Mark.Path path -> path(out, path, page);
                    case Mark.Picture picture -> picture(out, picture, page);
                }
            }
        }
    }

    private void text(PDPageContentStream out, Mark.Text line, Page page) throws IOException {
        for (Run run : Run.of(line, fonts)) {
            out.beginText();
            PDFont font = embedded.get(run.font());
            out.setFont(font, points(line.size()));
            out.setNonStrokingColor(colour(line.colour()));
            if (line.bold()) {
                out.setRenderingMode(RenderingMode.FILL_STROKE);
                out.setStrokingColor(colour(line.colour()));
                out.setLineWidth(points(OfdWriter.boldening(line.size())));
            } else {
                out.setRenderingMode(RenderingMode.FILL);
            }
            out.setCharacterSpacing(points(line.spacing()));
            out.newLineAtOffset(points(run.x()), points(page.height() - line.baseline()));
            out.showText(run.text());
            out.endText();
        }
    }

    private static void path(PDPageContentStream out, Mark.Path path, Page page) throws IOException {
        for (Mark.Step step : path.steps()) {
            float[] at = new float[step.points().length];
            for (int i = 0; i < at.length; i++) {
                at[i] = points(i % 2 == 0 ? step.points()[i] : page.height() - step.points()[i]);
            }
            switch (step.kind()) {
                case 'M' -> out.moveTo(at[0], at[1]);
                case 'L' -> out.lineTo(at[0], at[1]);
                case 'B' -> out.curveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
                default -> out.closePath();
            }
        }
        Colour stroke = path.stroke();
        Colour fill = path.fill();
        if (stroke != null) {
            out.setStrokingColor(colour(stroke));
            out.setLineWidth(points(path.width()));
        }
        if (fill != null) {
            out.setNonStrokingColor(colour(fill));
        }
        if (stroke != null && fill != null) {
            out.fillAndStroke();
        } else if (fill != null) {
            out.fill();
        } else {
            out.stroke();
        }
    }

    private void picture(PDPageContentStream out, Mark.Picture picture, Page page) throws IOException {
        PDImageXObject image = PDImageXObject.createFromByteArray(document, picture.png(), "picture");
        out.drawImage(
                image,
                points(picture.x()),
                points(page.height() - picture.y() - picture.height()),
                points(picture.width()),
                points(picture.height()));
    }

    /** What PDF/A-3b asks for beyond the pages: colour space, XMP, and the data as an associated file. */
    private void describe() throws IOException {
        GregorianCalendar created = GregorianCalendar.from(metadata.createdAt().atZone(ZoneId.of("Asia/Shanghai")));
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle(layout.title());
        information.setAuthor(metadata.creator());
        information.setCreator("济源数字政府平台");
        information.setCreationDate(created);
        information.setModificationDate(created);
        document.getDocumentCatalog().setLanguage("zh-CN");
        PDOutputIntent intent = new PDOutputIntent(document, new ByteArrayInputStream(SRGB));
        intent.setInfo("sRGB IEC61966-2.1");
        intent.setOutputConditionIdentifier("sRGB IEC61966-2.1");
        document.getDocumentCatalog().addOutputIntent(intent);
        PDMetadata xmp = new PDMetadata(document);
        xmp.importXMPMetadata(xmp(created));
        document.getDocumentCatalog().setMetadata(xmp);
        attach(OfdWriter.fields(metadata), created);
    }

    private byte[] xmp(GregorianCalendar created) throws IOException {
        XMPMetadata xmp = XMPMetadata.createXMPMetadata();
        try {
            xmp.createAndAddDublinCoreSchema().setTitle(layout.title());
            java.util.Objects.requireNonNull(xmp.getDublinCoreSchema()).addCreator(metadata.creator());
            var basic = xmp.createAndAddXMPBasicSchema();
            basic.setCreatorTool("济源数字政府平台");
            basic.setCreateDate(created);
            basic.setModifyDate(created);
            var identification = xmp.createAndAddPDFAIdentificationSchema();
            identification.setPart(3);
            identification.setConformance("B");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new XmpSerializer().serialize(xmp, out, true);
            return out.toByteArray();
        } catch (BadFieldValueException | TransformerException e) {
            throw new IOException(e);
        }
    }

    private void attach(byte[] fields, GregorianCalendar created) throws IOException {
        PDEmbeddedFile file = new PDEmbeddedFile(document, new ByteArrayInputStream(fields), COSName.FLATE_DECODE);
        file.setSubtype("text/xml");
        file.setSize(fields.length);
        file.setModDate(created);
        PDComplexFileSpecification specification = new PDComplexFileSpecification();
        specification.setFile("metadata.xml");
        specification.setFileUnicode("metadata.xml");
        specification.setEmbeddedFile(file);
        specification.setEmbeddedFileUnicode(file);
        specification.getCOSObject().setName("AFRelationship", "Data");
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(new LinkedHashMap<>(Map.of("metadata.xml", specification)));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
        COSArray associated = new COSArray();
        associated.add(specification.getCOSObject());
        document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("AF"), associated);
    }

    static float points(double millimetres) {
        return (float) (millimetres * POINTS);
    }

    private static java.awt.Color colour(Colour colour) {
        return new java.awt.Color(colour.red(), colour.green(), colour.blue());
    }
}
