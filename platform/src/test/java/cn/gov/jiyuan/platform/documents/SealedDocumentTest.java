package cn.gov.jiyuan.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.documents.VerificationReport.CheckResult;
import cn.gov.jiyuan.platform.keys.CertificateRequest;
import cn.gov.jiyuan.platform.keys.CertificateUse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SealedDocumentTest {
    private static final TrustFixture TRUST = new TrustFixture();
    private static final byte[] SEALED = TRUST.sealedNotice();
    private static final String SIGN = "Doc_0/Signs/Sign_0/";

    @AfterAll
    static void close() {
        TRUST.close();
    }

    @Test
    void aSealedNoticePassesEachCheck() {
        VerificationReport report = TRUST.verifier.verify(SEALED);

        assertThat(report.verdict()).isEqualTo(Verdict.VALID);
        assertThat(report.signatures()).singleElement().satisfies(seal -> {
            assertThat(seal.checks())
                    .hasSize(Check.values().length)
                    .allMatch(check -> check.outcome() == Outcome.PASSED);
            assertThat(seal.sealName()).isEqualTo(Samples.UNIT + "公章");
        });
        assertThat(report.metadata()).containsEntry("持证主体", "济源市沁园街道老张面馆 <\"&>");
    }

    @Test
    void oneChangedCharacterIsFoundAndNamed() {
        VerificationReport report = verify(change(
                "Doc_0/Pages/Page_0/Content.xml",
                xml -> new String(xml, StandardCharsets.UTF_8)
                        .replaceFirst("受理", "驳回")
                        .getBytes(StandardCharsets.UTF_8)));

        assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(check(report, Check.CONTENT).reason()).contains("内容被改动", "Page_0/Content.xml");
    }

    @Test
    void aChangeOfAnyOtherPartIsFound() {
        for (String path : ZipReader.read(SEALED).keySet()) {
            byte[] changed = change(path, SealedDocumentTest::flipInTheMiddle);
            assertThat(found(changed)).as(path).isTrue();
        }
    }

    @Test
    void aChangedSealPictureInTheSignatureIsFound() {
        byte[] picture = SesSeal.parse(TRUST.seal.der()).picture();
        byte[] changed = change(SIGN + "SignedValue.dat", value -> {
            byte[] copy = value.clone();
            copy[indexOf(copy, picture) + picture.length / 2] ^= 1;
            return copy;
        });

        assertThat(check(verify(changed), Check.SEAL_SIGNATURE).outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void aSealNotMadeByTheMakerIsFoundThoughTheSignerSignedIt() {
        byte[] forged = TRUST.seal.der().clone();
        forged[forged.length - 3] ^= 1;
        byte[] ofd = issue(TRUST.seals, new SealBlob(forged, TRUST.seal.signerKey()));

        VerificationReport report = verify(ofd);
        assertThat(check(report, Check.SIGNATURE).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(check(report, Check.SEAL_SIGNATURE).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
    }

    @Test
    void aSignerWhoIsNotInTheListIsFound() {
        TRUST.keys
                .authority()
                .ensure(new CertificateRequest("seal/other", "他人", "他人", null, CertificateUse.SEAL_SIGNER));
        VerificationReport report = verify(issue(TRUST.seals, new SealBlob(TRUST.seal.der(), "seal/other")));

        assertThat(check(report, Check.SIGNER_LISTED).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
    }

    @Test
    void aDocumentSignedInTimeStaysValidAfterTheCertificateExpired() {
        Clock later = Clock.offset(TRUST.clock, Duration.ofDays(4 * 365));
        VerificationReport report = TRUST.verifierAt(later).verify(SEALED);

        assertThat(check(report, Check.SIGNER_CERTIFICATE).reason()).contains("签署时有效");
        assertThat(report.verdict()).isEqualTo(Verdict.VALID);
    }

    @Test
    void aSignatureMadeAfterTheSignersCertificateExpiredIsInvalid() {
        Instant now = TRUST.clock.instant();
        TRUST.keys
                .authority()
                .renew(
                        new CertificateRequest("seal/short", "短期", "短期", null, CertificateUse.SEAL_SIGNER),
                        now.minusSeconds(600),
                        now.plusSeconds(600));
        SealBlob seal =
                TRUST.seals.make(TrustFixture.request("seal/short", now.minusSeconds(60), Duration.ofDays(900)));
        Clock later = Clock.offset(TRUST.clock, Duration.ofDays(30));
        VerificationReport report = TRUST.verifierAt(later).verify(issue(TRUST.sealsAt(later), seal));

        assertThat(check(report, Check.SIGNER_CERTIFICATE).reason()).contains("已过有效期");
        assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
    }

    @Test
    void aSealOutsideItsTermDoesNotSign() {
        Clock later = Clock.offset(TRUST.clock, Duration.ofDays(1001));
        assertFault(() -> issue(TRUST.sealsAt(later), TRUST.seal), DocumentsError.SEAL_NOT_IN_FORCE);
    }

    @Test
    void aRevokedSignerIsInvalidOnlyForWhatHeSignedAfterwards() {
        Instant now = TRUST.clock.instant();
        SealBlob seal = TRUST.seals.make(TrustFixture.request("seal/lost", now.minusSeconds(60), Duration.ofDays(900)));
        byte[] before = issue(TRUST.seals, seal);
        var certificate = TRUST.keys.vault().chain("seal/lost").getFirst();
        // The stamp counts whole seconds.
        Clock later = Clock.offset(TRUST.clock, Duration.ofSeconds(5));
        cn.gov.jiyuan.platform.keys.Revocations register = asked -> asked.equals(certificate)
                ? java.util.Optional.of(new cn.gov.jiyuan.platform.keys.Revocations.State(
                        later.instant().minusSeconds(2)))
                : TRUST.keys.authority().of(asked);
        var authority = TRUST.keys.authority();
        DocumentVerifier verifier =
                new DocumentVerifier(new Trust(authority::roots, authority::intermediates, register), later);

        assertThat(check(verifier.verify(before), Check.SIGNER_REVOCATION).reason())
                .contains("签署时有效");
        assertThat(verifier.verify(issue(TRUST.sealsAt(later), seal)).verdict()).isEqualTo(Verdict.INVALID);
    }

    @Test
    void withoutRevocationsOrWithAForeignRootNothingIsCalledValid() {
        var roots = TRUST.keys.authority().roots();
        var between = TRUST.keys.authority().intermediates();

        assertThat(new DocumentVerifier(Trust.of(roots, between), TRUST.clock)
                        .verify(SEALED)
                        .verdict())
                .isEqualTo(Verdict.UNDETERMINED);
        assertThat(new DocumentVerifier(Trust.of(List.of(), between), TRUST.clock)
                        .verify(SEALED)
                        .verdict())
                .isEqualTo(Verdict.INVALID);
    }

    @Test
    void whatIsAddedAfterTheSealIsOutsideItsProtection() {
        Map<String, Part> parts = new LinkedHashMap<>(ZipReader.read(SEALED));
        parts.put("Doc_0/Res/extra.xml", Part.of("<a/>".getBytes(StandardCharsets.US_ASCII)));

        assertThat(check(verify(ZipWriter.write(parts)), Check.COVERAGE).outcome())
                .isEqualTo(Outcome.FAILED);
    }

    @Test
    void randomBitFlipsInTheFileAreAllFoundOrChangeNothing() {
        Random random = new Random(20261122);
        Map<String, Part> original = ZipReader.read(SEALED);
        List<Integer> missed = new ArrayList<>();
        int harmless = 0;
        for (int i = 0; i < 150; i++) {
            byte[] flipped = SEALED.clone();
            int at = random.nextInt(flipped.length);
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            if (!found(flipped)) {
                if (sameContent(original, ZipReader.read(flipped))) {
                    harmless++;
                } else {
                    missed.add(at);
                }
            }
        }
        assertThat(missed).isEmpty();
        // Directory fields that say nothing of the content (version made by, attributes).
        assertThat(harmless).isLessThan(3);
    }

    @Test
    void fiveHundredRandomBitFlipsInThePartsAreAllFound() {
        Random random = new Random(38540);
        Map<String, Part> original = ZipReader.read(SEALED);
        List<String> paths = List.copyOf(original.keySet());
        List<String> missed = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            String path = paths.get(random.nextInt(paths.size()));
            byte[] flipped = original.get(path).content().clone();
            int at = random.nextInt(flipped.length);
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            Map<String, Part> parts = new LinkedHashMap<>(original);
            parts.put(path, Part.of(flipped));
            if (!found(ZipWriter.write(parts))) {
                missed.add(path + "@" + at);
            }
        }
        assertThat(missed).isEmpty();
    }

    @Test
    void noByteOfTheTimeStampCanBeChangedThoughItsSignatureDoesNotCoverAllOfThem() {
        Map<String, Part> original = ZipReader.read(SEALED);
        String path = "Doc_0/Signs/Sign_0/SignedValue.dat";
        byte[] content = original.get(path).content();
        List<Integer> missed = new ArrayList<>();
        for (int place = (content.length - 600) * 8; place < content.length * 8; place++) {
            int at = place / 8;
            byte[] flipped = content.clone();
            flipped[at] ^= (byte) (1 << (place % 8));
            Map<String, Part> parts = new LinkedHashMap<>(original);
            parts.put(path, Part.of(flipped));
            if (!found(ZipWriter.write(parts))) {
                missed.add(at);
            }
        }
        assertThat(missed).isEmpty();
    }

    @Test
    void aSecondSealAfterwardsIsRefusedButTwoAtOnceAreBothValid() {
        assertFault(
                () -> TRUST.seals.stamp(SEALED, TRUST.seal, new StampPosition(0, 50, 50), "再盖"),
                DocumentsError.ALREADY_SEALED);
        byte[] plain =
                new OfdDocuments(Samples.FONTS).render(Samples.acceptance().layout(Samples.FONTS), Samples.metadata());
        byte[] both = TRUST.seals.stamp(
                plain,
                List.of(
                        new Stamp(TRUST.seal, new StampPosition(0, 60, 240), "联合"),
                        new Stamp(TRUST.seal, new StampPosition(0, 140, 240), "联合")));

        assertThat(TRUST.verifier.verify(plain).verdict()).isEqualTo(Verdict.UNSEALED);
        assertThat(verify(both).signatures()).hasSize(2);
        assertThat(verify(both).verdict()).isEqualTo(Verdict.VALID);
    }

    @Test
    void aSealedPdfPassesAndEachChangeOfItIsFound() {
        Layout layout = Samples.licence().layout(Samples.FONTS);
        byte[] pdf = TRUST.seals.stampPdf(
                new PdfDocuments(Samples.FONTS).render(layout, Samples.metadata()), TRUST.seal, layout.sealAt(), "发证");
        assertThat(TRUST.verifier.verify(pdf).verdict()).isEqualTo(Verdict.VALID);

        Random random = new Random(32000);
        for (int i = 0; i < 40; i++) {
            byte[] changed = pdf.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            assertThat(found(changed)).isTrue();
        }
        byte[] longer = Arrays.copyOf(pdf, pdf.length + 5);
        assertThat(found(longer)).isTrue();
    }

    private static byte[] issue(Seals seals, SealBlob seal) {
        return seals.issue(Samples.acceptance().layout(Samples.FONTS), Samples.metadata(), seal, "测试");
    }

    private static VerificationReport verify(byte[] ofd) {
        return TRUST.verifier.verify(ofd);
    }

    private static boolean found(byte[] file) {
        try {
            return TRUST.verifier.verify(file).verdict() != Verdict.VALID;
        } catch (Fault fault) {
            return true;
        }
    }

    private static boolean sameContent(Map<String, Part> one, Map<String, Part> other) {
        return one.keySet().equals(other.keySet())
                && one.entrySet().stream()
                        .allMatch(entry -> Arrays.equals(
                                entry.getValue().content(),
                                other.get(entry.getKey()).content()));
    }

    private static CheckResult check(VerificationReport report, Check check) {
        return report.signatures().getFirst().checks().get(check.ordinal());
    }

    private static byte[] change(String path, UnaryOperator<byte[]> change) {
        Map<String, Part> parts = new LinkedHashMap<>(ZipReader.read(SEALED));
        parts.put(path, Part.of(change.apply(parts.get(path).content())));
        return ZipWriter.write(parts);
    }

    private static byte[] flipInTheMiddle(byte[] content) {
        byte[] copy = content.clone();
        copy[copy.length / 2] ^= 1;
        return copy;
    }

    private static int indexOf(byte[] haystack, byte[] needle) {
        for (int i = 0; i <= haystack.length - needle.length; i++) {
            if (Arrays.equals(haystack, i, i + needle.length, needle, 0, needle.length)) {
                return i;
            }
        }
        throw new AssertionError("not found");
    }

    static void assertFault(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, DocumentsError code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(code));
    }
}
