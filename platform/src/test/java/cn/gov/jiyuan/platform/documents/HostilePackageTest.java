package cn.gov.jiyuan.platform.documents;

import static cn.gov.jiyuan.platform.documents.SealedDocumentTest.assertFault;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class HostilePackageTest {
    @Test
    void pathsThatLeaveThePackageAreRefused() throws IOException {
        for (String path : new String[] {"../OFD.xml", "/etc/passwd", "a\\b", "c:x", "a/../../b"}) {
            byte[] zip = zip(Map.of(path, "x".getBytes(StandardCharsets.US_ASCII)));
            assertFault(() -> ZipReader.read(zip), DocumentsError.UNSAFE_PATH);
        }
    }

    @Test
    void aBombIsRefusedBeforeItIsUnpacked() throws IOException {
        byte[] zip = zip(Map.of("OFD.xml", new byte[20 << 20]));
        assertFault(() -> ZipReader.read(zip), DocumentsError.SUSPICIOUS_RATIO);
    }

    @Test
    void namesThatDifferOnlyInCaseAreDuplicates() throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("OFD.xml", new byte[1]);
        parts.put("ofd.xml", new byte[1]);
        byte[] zip = zip(parts);
        assertFault(() -> ZipReader.read(zip), DocumentsError.DUPLICATE_PART);
    }

    @Test
    void tooManyEntriesAreRefused() throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        for (int i = 0; i <= ZipReader.MOST_PARTS; i++) {
            parts.put("p" + i, new byte[0]);
        }
        byte[] zip = zip(parts);
        assertFault(() -> ZipReader.read(zip), DocumentsError.TOO_MANY_PARTS);
    }

    @Test
    void aDocumentTypeDeclarationIsRefused() {
        String xml = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>";
        assertFault(() -> XmlNode.parse("OFD.xml", xml.getBytes(StandardCharsets.UTF_8)), DocumentsError.FORBIDDEN_XML);
    }

    @Test
    void xmlIsReadAsUtf8WithOrWithoutAMarkAndOtherBytesAreRefused() {
        byte[] marked = "\ufeff<a>济源</a>".getBytes(StandardCharsets.UTF_8);
        assertThat(XmlNode.parse("OFD.xml", marked).text()).isEqualTo("济源");
        byte[] latin = "<a>\u00e9</a>".getBytes(StandardCharsets.ISO_8859_1);
        assertFault(() -> XmlNode.parse("OFD.xml", latin), DocumentsError.DAMAGED_XML);
    }

    @Test
    void deepAsn1IsRefused() {
        byte[] der = new byte[200];
        for (int i = 0; i < der.length; i += 2) {
            der[i] = 0x30;
            der[i + 1] = (byte) Math.min(127, der.length - i - 2);
        }
        assertFault(() -> SesSeal.parse(der), DocumentsError.DAMAGED_SEAL);
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
