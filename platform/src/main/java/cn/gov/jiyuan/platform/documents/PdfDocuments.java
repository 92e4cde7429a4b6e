package cn.gov.jiyuan.platform.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The same layouts as PDF/A-3b files, with the metadata attached. */
public final class PdfDocuments {
    private final Fonts fonts;

    public PdfDocuments(Fonts fonts) {
        this.fonts = fonts;
    }

    /** A PDF file without signature; see {@link Seals#stampPdf}. */
    public byte[] render(Layout layout, Metadata metadata) {
        try (PDDocument document = new PDDocument()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream(128 * 1024);
            // The file's own /ID would else come from the moment of writing; the same document gives the same bytes.
            document.setDocumentId(metadata.id().getMostSignificantBits());
            new PdfWriter(document, fonts, layout, metadata).write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
