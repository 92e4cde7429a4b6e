package cn.gov.jiyuan.platform.keys;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where one learns whether a certificate was revoked (吊销): our own register, a CRL, or a province's service. */
@FunctionalInterface
public interface Revocations {
    /** Knows of no certificate, as a verifier without a connection. */
    Revocations UNKNOWN = certificate -> Optional.empty();

    /** Empty if this source knows nothing of the certificate: its state is then unknown, not good. */
    Optional<State> of(X509Certificate certificate);

    /** @param revokedAt null while the certificate is good */
    record State(@Nullable Instant revokedAt) {}
}
