package cn.gov.jiyuan.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.database.TestDatabase;
import cn.gov.jiyuan.platform.database.TestPostgres;
import cn.gov.jiyuan.platform.files.FileStore.StoredFile;
import cn.gov.jiyuan.platform.keys.Sm3;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class FilesTest {
    private static final TestDatabase DATABASE = TestPostgres.fresh();
    private static final byte[] PDF = "%PDF-1.7\n内容".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private FileStore files;

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void open() throws IOException {
        FilesSettings settings = new FilesSettings(null, DataSize.ofKilobytes(100), 1, 50, DataSize.ofMegabytes(1));
        files = new ContentAddressedStore(
                new ContentFolder(folder), new MetadataStore(DATABASE.dataSource()), settings, Clock.systemUTC());
    }

    private StoredFile put(String name, String declared, byte[] content) {
        return files.put(Actor.SYSTEM, name, declared, new ByteArrayInputStream(content));
    }

    private long leftBehind() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    private static byte[] zip(String... entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(entry.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private static byte[] image(String format, int width, int height) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A PNG whose header claims a size that its data need not have. */
    private static byte[] hugePng() {
        byte[] png = image("png", 1, 1);
        ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
        return png;
    }

    @Test
    void aFileComesBackAsItWas() throws IOException {
        StoredFile stored = put("营业执照.pdf", "application/pdf", PDF);
        assertThat(stored.sm3()).isEqualTo(HexFormat.of().formatHex(Sm3.digest(PDF)));
        assertThat(stored.size()).isEqualTo(PDF.length);
        assertThat(files.find(stored.id())).contains(stored);
        try (InputStream in = files.open(stored.id())) {
            assertThat(in.readAllBytes()).isEqualTo(PDF);
        }
    }

    @Test
    void theSameContentIsKeptOnce() throws IOException {
        StoredFile one = put("甲.pdf", "application/pdf", PDF);
        StoredFile two = put("乙.pdf", "application/pdf", PDF);
        assertThat(two.id()).isNotEqualTo(one.id());
        assertThat(leftBehind()).isEqualTo(1);
    }

    @Test
    void eachAcceptedTypeIsKnownByItsContent() {
        assertThat(put("a.PDF", "application/octet-stream", PDF).mediaType()).isEqualTo("application/pdf");
        assertThat(put("a.ofd", "", zip("OFD.xml", "Doc_0/Document.xml")).mediaType())
                .isEqualTo("application/ofd");
        assertThat(put("a.docx", "application/zip", zip("[Content_Types].xml", "word/document.xml"))
                        .mediaType())
                .contains("wordprocessingml");
        assertThat(put("a.xlsx", "", zip("[Content_Types].xml", "xl/workbook.xml"))
                        .mediaType())
                .contains("spreadsheetml");
        assertThat(put("a.png", "image/png", image("png", 20, 10)).mediaType()).isEqualTo("image/png");
        assertThat(put("a.jpeg", "image/jpeg", image("jpg", 20, 10)).mediaType())
                .isEqualTo("image/jpeg");
    }

    private void refused(String code, String name, String declared, byte[] content) throws IOException {
        assertThatThrownBy(() -> put(name, declared, content)).hasMessageContaining(code);
        assertThat(leftBehind()).isZero();
    }

    @Test
    void badFilesAreRefusedAndLeaveNothingBehind() throws IOException {
        refused("files.empty", "a.pdf", "application/pdf", new byte[0]);
        byte[] large = java.util.Arrays.copyOf(PDF, 100 * 1024 + 1);
        refused("files.too-large", "a.pdf", "application/pdf", large);
        refused("files.forbidden-type", "a.exe", "", new byte[] {'M', 'Z', 0, 0});
        refused("files.not-what-it-says", "a.pdf", "application/pdf", new byte[] {'M', 'Z', 0, 0});
        refused("files.not-what-it-says", "a.png", "image/png", PDF);
        refused("files.not-what-it-says", "a.pdf", "text/html", PDF);
        refused("files.not-what-it-says", "a", "application/pdf", PDF);
        refused("files.not-what-it-says", "a.docx", "", zip("x.txt"));
        refused("files.macro", "a.docx", "", zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"));
        refused("files.damaged", "a.docx", "", new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0});
        refused("files.damaged", "a.jpg", "", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1, 1});
        refused("files.too-many-pixels", "a.png", "image/png", hugePng());
        refused("files.too-many-pixels", "a.jpg", "image/jpeg", image("jpg", 1001, 1000));
    }

    @Test
    void aZipBombIsRefusedByItsDirectory() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("OFD.xml"));
            zip.write(new byte[2_000_000]);
        }
        refused("files.damaged", "a.ofd", "", out.toByteArray());
        String[] many = new String[60];
        for (int i = 0; i < many.length; i++) {
            many[i] = "f" + i;
        }
        refused("files.damaged", "a.ofd", "", zip(many));
    }

    @Test
    void aBrokenUploadLeavesNothingBehind() throws IOException {
        InputStream broken = new InputStream() {
            int left = 10_000;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) {
                    throw new IOException("connection lost");
                }
                return 'x';
            }
        };
        assertThatThrownBy(() -> files.put(Actor.SYSTEM, "a.pdf", "", broken)).hasMessageContaining("connection lost");
        assertThat(leftBehind()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "'C:\\照片\\证.pdf', 证.pdf",
        "../../etc/passwd.pdf, passwd.pdf",
        "'a<b>:\"|?*.pdf', 'a_b______.pdf'",
        "' ..x.pdf. ', x.pdf",
        "'/', 文件",
    })
    void namesAreCleaned(String given, String clean) {
        assertThat(FileName.of(given).text()).isEqualTo(clean);
    }

    @Test
    void aLongNameKeepsItsExtension() {
        assertThat(FileName.of("证".repeat(300) + ".pdf").text()).hasSize(120).endsWith("证.pdf");
        assertThat(FileName.of("😀".repeat(300)).text().codePointCount(0, 240)).isEqualTo(120);
    }

    @ParameterizedTest
    @ValueSource(strings = {"证\u202Efdp.exe", "a\u0000.pdf", "a\n.pdf", "a\u200B.pdf", "\u2066a.pdf", "a\uD83D.pdf"})
    void namesThatHideSomethingAreRefused(String name) {
        assertThatThrownBy(() -> FileName.of(name)).hasMessageContaining("files.hostile-name");
    }

    @Test
    void contentChangedOrLostOnDiskIsNotHandedOut() throws IOException {
        StoredFile stored = put("a.pdf", "", PDF);
        Path content = folder.resolve(stored.sm3().substring(0, 2))
                .resolve(stored.sm3().substring(2, 4))
                .resolve(stored.sm3());
        Files.writeString(content, "%PDF-1.7 forged");
        assertThatThrownBy(() -> files.open(stored.id())).hasMessageContaining("files.content-lost");
        Files.delete(content);
        assertThatThrownBy(() -> files.open(stored.id())).hasMessageContaining("files.content-lost");
        assertThatThrownBy(() -> files.open(UUID.randomUUID())).hasMessageContaining("files.unknown");
    }

    @Test
    void whatThePlatformMadeIsKeptWithoutAsking() {
        byte[] made = new byte[200 * 1024];
        assertThat(files.put(Actor.SYSTEM, "清单.csv", "text/csv", made).size()).isEqualTo(made.length);
    }
}
