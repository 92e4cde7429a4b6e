package cn.gov.jiyuan.platform.documents;

import cn.gov.jiyuan.platform.keys.CertificateAuthority;
import cn.gov.jiyuan.platform.keys.CertificateRequest;
import cn.gov.jiyuan.platform.keys.CertificateUse;
import cn.gov.jiyuan.platform.keys.KeyVault;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;

/**
 * Makes seals and puts them on documents (制章、用章, GB/T 38540-2020). Whether somebody may use a seal, and the register of
 * uses, are the business of the seal system; this engine refuses only a seal that is not in force.
 */
public final class Seals {
    private final CertificateAuthority authority;
    private final KeyVault vault;
    private final Fonts fonts;
    private final Clock clock;
    private final OfdSigner signer;
    private final PdfSigner pdfSigner;

    /** @param timestampPolicy object identifier of the policy that time stamps name */
    public Seals(KeyVault vault, CertificateAuthority authority, Fonts fonts, Clock clock, String timestampPolicy) {
        this.vault = vault;
        this.authority = authority;
        this.fonts = fonts;
        this.clock = clock;
        Timestamps timestamps = new Timestamps(vault, clock, timestampPolicy);
        signer = new OfdSigner(vault, timestamps, clock);
        pdfSigner = new PdfSigner(vault, clock);
    }

    /** Draws the picture, sees to the user's certificate and has the maker sign. */
    public SealBlob make(SealRequest request) {
        List<X509Certificate> user = authority.ensure(new CertificateRequest(
                request.signerKey(), request.name(), request.text(), request.unitCode(), CertificateUse.SEAL_SIGNER));
        byte[] picture = picture(request.kind(), request.text());
        byte[] der =
                SesBuilder.seal(request, picture, user.getFirst(), clock.instant(), vault.signer(KeyVault.SEAL_MAKER));
        return new SealBlob(der, request.signerKey());
    }

    /** The picture alone, for a preview; PNG. */
    public byte[] picture(SealKind kind, String text) {
        return SealPicture.draw(fonts, kind, text);
    }

    /** @see #stamp(byte[], List) */
    public byte[] stamp(byte[] ofd, SealBlob seal, StampPosition position, String reason) {
        return stamp(ofd, List.of(new Stamp(seal, position, reason)));
    }

    /**
     * Puts all seals of an OFD document on it; a document sealed before is refused.
     *
     * @return the sealed file
     */
    public byte[] stamp(byte[] ofd, List<Stamp> stamps) {
        return ZipWriter.write(signer.sign(ZipReader.read(ofd), stamps));
    }

    /** Renders and seals in one go, without packing twice. */
    public byte[] issue(Layout layout, Metadata metadata, SealBlob seal, String reason) {
        return ZipWriter.write(signer.sign(
                new OfdWriter(fonts, layout, metadata).write(), List.of(new Stamp(seal, layout.sealAt(), reason))));
    }

    /** Puts one seal on a PDF of ours, as a visible SM2 signature (ETSI.CAdES.detached). */
    public byte[] stampPdf(byte[] pdf, SealBlob seal, StampPosition position, String reason) {
        return pdfSigner.sign(pdf, new Stamp(seal, position, reason));
    }
}
