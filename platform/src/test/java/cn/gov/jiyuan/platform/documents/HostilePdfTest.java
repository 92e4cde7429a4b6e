package cn.gov.jiyuan.platform.documents;

import static cn.gov.jiyuan.platform.documents.SealedDocumentTest.assertFault;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.kernel.error.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PDF files made to harm who verifies them: anybody may upload one. */
class HostilePdfTest {
    private static final int FAR_TOO_MUCH = 400 << 20;

    @ParameterizedTest
    @ValueSource(strings = {"stream\n", "stream\r\n", "stream  \n", "stream"})
    void aStreamThatUnpacksToHundredsOfMegabytesIsRefusedWithoutUnpackingIt(String keyword) throws IOException {
        byte[] pdf = pdf("/Filter/FlateDecode", bomb(), keyword);
        assertThat(pdf.length).isLessThan(1 << 20);
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> assertFault(() -> PdfGuard.check(pdf), DocumentsError.SUSPICIOUS_RATIO));
    }

    /** The library does not look at the header of a packed stream, so neither may the guard. */
    @Test
    void aBombWithASpoiledHeaderIsRefusedToo() throws IOException {
        byte[] bomb = bomb();
        bomb[0] = 'x';
        bomb[1] = 'y';
        byte[] pdf = pdf("/Filter/FlateDecode", bomb, "stream\n");
        assertFault(() -> PdfGuard.check(pdf), DocumentsError.SUSPICIOUS_RATIO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Filter[/ASCII85Decode/FlateDecode]",
                "/Filter [ /FlateDecode /RunLengthDecode ]",
                "/Filter/LZWDecode",
                "/Filter[/RL]",
                "/Filter 7 0 R",
                "/Filter%x\n[/A85/Fl]",
                "/F#69lter[/A85/Fl]",
                "/Filter/L#5aWDecode",
                "/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 2000000000>>",
                "/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 7 0 R>>",
                "/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 4/BitsPerComponent 900000000>>",
                "/Encrypt 9 0 R",
            })
    void whatHidesItsContentsIsRefused(String entries) throws IOException {
        byte[] pdf = pdf(entries, new byte[] {1, 2, 3}, "stream\n");
        assertFault(() -> PdfGuard.check(pdf), DocumentsError.UNREADABLE_PDF);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/Filter/FlateDecode",
                "/Filter [ /FlateDecode ]",
                "/Filter[]",
                "/Filter/DCTDecode/BitsPerComponent 8",
                "/Filter/Adobe.PPKLite",
                "/EncryptMetadata false",
                "/FilterName/LZWDecodes",
                "/BaseFont/ABCDEF+#CB#CE#CC#E5",
                "/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 5>>",
                "/Filter[/FlateDecode]/DecodeParms[null]",
                "/Filter/FlateDecode/DecodeParms 7 0 R",
            })
    void whatHonestWritersWritePasses(String entries) throws IOException {
        PdfGuard.check(pdf(entries, new byte[] {1, 2, 3}, "stream\n"));
    }

    @Test
    void tooManyStreamsAreRefused() {
        byte[] pdf = ("%PDF-1.5\n" + "stream\n\0\0\7".repeat(20_001)).getBytes(StandardCharsets.ISO_8859_1);
        assertFault(() -> PdfGuard.check(pdf), DocumentsError.TOO_MANY_PARTS);
    }

    @Test
    void deepNestingAndLoopsEndInARefusalOrAReportButNotInADefect() throws IOException {
        String deep = "[".repeat(200_000) + "]".repeat(200_000);
        String dictionaries = "<</A".repeat(100_000) + " 1" + ">>".repeat(100_000);
        for (String form : new String[] {deep, dictionaries, "1 0 R", "<</Fields[1 0 R]/Kids[1 0 R]>>"}) {
            byte[] pdf = ("%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R/AcroForm " + form
                            + ">>\nendobj\n2 0 obj\n<</Type/Pages/Kids[2 0 R]/Count 1/Parent 2 0 R>>\nendobj\n"
                            + "trailer\n<</Size 3/Root 1 0 R>>\nstartxref\n0\n%%EOF\n")
                    .getBytes(StandardCharsets.ISO_8859_1);
            Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
                try {
                    assertThat(new PdfVerifier(null).verify(pdf).signatures()).isEmpty();
                } catch (Fault refused) {
                    assertThat(refused.code()).isEqualTo(DocumentsError.DAMAGED_PACKAGE);
                }
            });
        }
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] blanks = new byte[1 << 20];
        try (DeflaterOutputStream packing = new DeflaterOutputStream(out, new Deflater(9))) {
            for (int n = 0; n < FAR_TOO_MUCH; n += blanks.length) {
                packing.write(blanks);
            }
        }
        return out.toByteArray();
    }

    /** Object 10 lies in the stream 3, so that the library has to unpack it to find the form. */
    private static byte[] pdf(String entries, byte[] content, String keyword) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TreeMap<Integer, Integer> places = new TreeMap<>();
        write(out, "%PDF-1.5\n");
        object(out, places, 1, "<</Type/Catalog/Pages 2 0 R/AcroForm 10 0 R>>");
        object(out, places, 2, "<</Type/Pages/Kids[]/Count 0>>");
        places.put(3, out.size());
        write(out, "3 0 obj\n<</Type/ObjStm/N 1/First 5" + entries + "/Length " + content.length + ">>\n" + keyword);
        out.write(content);
        write(out, "\nendstream\nendobj\n");
        int start = out.size();
        write(out, "11 0 obj\n<</Type/XRef/Size 11/W[1 4 2]/Root 1 0 R/Length 77>>\nstream\n");
        for (int n = 0; n < 11; n++) {
            int place = n == 10 ? 3 : places.getOrDefault(n, 0);
            int kind = n == 10 ? 2 : places.containsKey(n) ? 1 : 0;
            out.write(new byte[] {
                (byte) kind, (byte) (place >> 24), (byte) (place >> 16), (byte) (place >> 8), (byte) place, 0, 0
            });
        }
        write(out, "\nendstream\nendobj\nstartxref\n" + start + "\n%%EOF\n");
        return out.toByteArray();
    }

    private static void object(ByteArrayOutputStream out, TreeMap<Integer, Integer> places, int number, String text)
            throws IOException {
        places.put(number, out.size());
        write(out, number + " 0 obj\n" + text + "\nendobj\n");
    }

    private static void write(ByteArrayOutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
