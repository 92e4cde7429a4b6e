package cn.gov.jiyuan.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.documents.ofdrw.ForeignOfd;
import cn.gov.jiyuan.platform.keys.Revocations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ofdrw, written by others, reads and verifies what we make, and we verify what it makes. */
class OfdrwJudgeTest {
    private static final TrustFixture TRUST = new TrustFixture();
    private static final ForeignOfd OFDRW = ForeignOfd.judge();
    private static final ForeignAuthority AUTHORITY = new ForeignAuthority(
            TRUST.clock.instant().minus(Duration.ofDays(1)),
            TRUST.clock.instant().plus(Duration.ofDays(365)));
    private static final List<String> LINES = List.of("外地文书第一行", "第二行：准予许可");

    @TempDir
    static Path folder;

    @AfterAll
    static void close() {
        TRUST.close();
    }

    @Test
    void itReadsEachWordOfALicenceAndFindsItsSealGood() throws Exception {
        LicenceSheet sheet = Samples.licence();
        Path file = file("licence.ofd", sealed(sheet.layout(Samples.FONTS)));

        ForeignOfd.Reading reading = OFDRW.read(file);
        String text = String.join("", reading.text());
        assertThat(reading.pages()).isEqualTo(1);
        assertThat(reading.seals()).isEqualTo(1);
        assertThat(text).contains("食品经营许可证", "正本", Samples.UNIT);
        sheet.fields().forEach(field -> assertThat(text).contains(field.value()));
        assertThatCode(() -> OFDRW.verify(file)).doesNotThrowAnyException();
    }

    @Test
    void itReadsANoticeOfAcceptanceAndFindsItsSealGood() throws Exception {
        Path file = file("notice.ofd", sealed(Samples.acceptance().layout(Samples.FONTS)));

        assertThat(String.join("", OFDRW.read(file).text()))
                .contains("行政许可申请受理通知书", "济市监受〔2026〕12 号", "本机关决定予以受理", "申请行政复议");
        assertThatCode(() -> OFDRW.verify(file)).doesNotThrowAnyException();
    }

    /** A judge that says yes to everything would be none. */
    @Test
    void itRefusesOurDocumentOnceAnyPartOfItIsChanged() throws Exception {
        byte[] good = sealed(Samples.licence().layout(Samples.FONTS));
        Map<String, Part> parts = ZipReader.read(good);
        List<String> accepted = new ArrayList<>();
        for (String path : parts.keySet()) {
            Map<String, Part> changed = new LinkedHashMap<>(parts);
            byte[] content = parts.get(path).content().clone();
            content[content.length / 2] ^= 1;
            changed.put(path, Part.of(content));
            Path file = file("changed.ofd", ZipWriter.write(changed));
            try {
                OFDRW.verify(file);
                accepted.add(path);
            } catch (Exception refused) {
                continue;
            }
        }
        assertThat(accepted).isEmpty();
    }

    @Test
    void whatItSealsPassesEachCheckOfOurs() throws Exception {
        VerificationReport report = verifier().verify(foreign(Duration.ofDays(30)));

        assertThat(report.signatures()).singleElement().satisfies(seal -> {
            assertThat(seal.sealName()).isEqualTo("杭州市某局公章");
            assertThat(seal.signer()).isEqualTo("签章人");
            assertThat(seal.checks())
                    .hasSize(Check.values().length)
                    .allSatisfy(check -> assertThat(check.outcome())
                            .as(check.toString())
                            .isEqualTo(check.check() == Check.TIMESTAMP ? Outcome.ABSENT : Outcome.PASSED));
        });
        assertThat(report.verdict()).isEqualTo(Verdict.VALID);
    }

    @Test
    void itsSealIsInvalidForThoseWhoDoNotTrustItsAuthorityAndAfterItsTerm() throws Exception {
        VerificationReport stranger = TRUST.verifier.verify(foreign(Duration.ofDays(30)));
        VerificationReport late = verifier().verify(foreign(Duration.ofMinutes(1)));

        assertThat(failed(stranger)).containsExactly(Check.MAKER_CERTIFICATE, Check.SIGNER_CERTIFICATE);
        assertThat(failed(late)).containsExactly(Check.TIME);
    }

    @Test
    void eachFlippedBitOfASampleOfItsFileIsFoundOrChangesNothing() throws Exception {
        DocumentVerifier verifier = verifier();
        byte[] good = foreign(Duration.ofDays(30));
        Map<String, Part> content = ZipReader.read(good);
        Random random = new Random(20200101);
        List<Integer> missed = new ArrayList<>();
        int harmless = 0;
        for (int i = 0; i < 400; i++) {
            byte[] changed = good.clone();
            int at = random.nextInt(changed.length);
            changed[at] ^= (byte) (1 << random.nextInt(8));
            if (found(verifier, changed)) {
                continue;
            }
            if (same(content, ZipReader.read(changed))) {
                harmless++;
            } else {
                missed.add(at);
            }
        }
        assertThat(missed).isEmpty();
        // Times and attributes of the entries, which a reader of documents never sees.
        assertThat(harmless).isLessThan(40);
    }

    /** @param life of the seal from an hour ago on */
    private static byte[] foreign(Duration life) throws Exception {
        var maker = AUTHORITY.issue("制章人");
        var signer = AUTHORITY.issue("签章人");
        Instant from = TRUST.clock.instant().minus(Duration.ofHours(1));
        Path plain = folder.resolve("plain.ofd");
        if (Files.notExists(plain)) {
            OFDRW.write(plain, LINES);
        }
        Path sealed = folder.resolve("sealed.ofd");
        OFDRW.seal(
                plain,
                sealed,
                new ForeignOfd.Signer(
                        maker.key(),
                        maker.certificate(),
                        signer.key(),
                        signer.certificate(),
                        TRUST.seals.picture(SealKind.OFFICIAL, "杭州市某局"),
                        from,
                        from.plus(life)));
        return Files.readAllBytes(sealed);
    }

    private static DocumentVerifier verifier() {
        List<X509Certificate> roots = List.of(AUTHORITY.root.certificate());
        Revocations none = certificate -> Optional.of(new Revocations.State(null));
        return new DocumentVerifier(new Trust(() -> roots, List::of, none), TRUST.clock);
    }

    private static List<Check> failed(VerificationReport report) {
        return report.signatures().getFirst().checks().stream()
                .filter(check -> check.outcome() == Outcome.FAILED)
                .map(VerificationReport.CheckResult::check)
                .toList();
    }

    private static boolean found(DocumentVerifier verifier, byte[] file) {
        try {
            return verifier.verify(file).verdict() != Verdict.VALID;
        } catch (Fault fault) {
            return true;
        }
    }

    private static boolean same(Map<String, Part> one, Map<String, Part> other) {
        return one.keySet().equals(other.keySet())
                && one.entrySet().stream()
                        .allMatch(entry -> Arrays.equals(
                                entry.getValue().content(),
                                other.get(entry.getKey()).content()));
    }

    private static byte[] sealed(Layout layout) {
        return TRUST.seals.issue(layout, Samples.metadata(), TRUST.seal, "测试");
    }

    private static Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }
}
