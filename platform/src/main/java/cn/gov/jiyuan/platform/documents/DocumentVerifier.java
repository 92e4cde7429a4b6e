package cn.gov.jiyuan.platform.documents;

import cn.gov.jiyuan.kernel.error.Fault;
import java.time.Clock;

/** Verifies an OFD or PDF file that anybody may have made (文书核验). */
public final class DocumentVerifier {
    private final OfdVerifier ofd;
    private final PdfVerifier pdf;

    public DocumentVerifier(Trust trust, Clock clock) {
        SignerChecks checks = new SignerChecks(trust, new CertificateChains(trust), clock);
        ofd = new OfdVerifier(checks);
        pdf = new PdfVerifier(checks);
    }

    /** @throws Fault if it is neither OFD nor PDF, or its container is damaged or hostile */
    public VerificationReport verify(byte[] file) {
        try {
            return verifyByFormat(file);
        } catch (IllegalArgumentException | IllegalStateException unreadable) {
            // The parsers below say so of certificates and signatures that somebody damaged.
            throw Fault.caused(unreadable, DocumentsError.DAMAGED_SEAL, "证书或签名无法解析");
        }
    }

    private VerificationReport verifyByFormat(byte[] file) {
        if (startsWith(file, 'P', 'K')) {
            return ofd.verify(file);
        }
        if (startsWith(file, '%', 'P', 'D', 'F')) {
            return pdf.verify(file);
        }
        throw new Fault(DocumentsError.NOT_A_DOCUMENT);
    }

    private static boolean startsWith(byte[] file, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= file.length || file[i] != start[i]) {
                return false;
            }
        }
        return true;
    }
}
