package cn.gov.jiyuan.platform.documents;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was found in a document.
 *
 * @param format OFD or PDF
 * @param metadata what the document says of itself; under the seal only if the verdict is valid
 */
public record VerificationReport(
        Verdict verdict, String format, String title, Map<String, String> metadata, List<SignatureReport> signatures) {
    public VerificationReport {
        metadata = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(metadata));
        signatures = List.copyOf(signatures);
    }

    static VerificationReport of(
            String format, String title, Map<String, String> metadata, List<SignatureReport> signatures) {
        return new VerificationReport(verdict(signatures), format, title, metadata, signatures);
    }

    private static Verdict verdict(List<SignatureReport> signatures) {
        if (signatures.isEmpty()) {
            return Verdict.UNSEALED;
        }
        List<Outcome> outcomes = signatures.stream()
                .flatMap(signature -> signature.checks().stream())
                .map(CheckResult::outcome)
                .toList();
        if (outcomes.contains(Outcome.FAILED)) {
            return Verdict.INVALID;
        }
        boolean complete =
                signatures.stream().allMatch(signature -> signature.checks().size() == Check.values().length);
        return complete && !outcomes.contains(Outcome.UNCHECKED) ? Verdict.VALID : Verdict.UNDETERMINED;
    }

    /**
     * One seal.
     *
     * @param sealPicture PNG or whatever the seal holds; null if the seal cannot be read
     * @param signedAt proved by the time stamp if there is one, else as the signer says
     */
    public record SignatureReport(
            String sealCode,
            String sealName,
            String signer,
            @Nullable Instant signedAt,
            byte @Nullable [] sealPicture,
            List<CheckResult> checks) {
        public SignatureReport {
            checks = List.copyOf(checks);
        }
    }

    /** @param reason one Chinese sentence */
    public record CheckResult(Check check, Outcome outcome, String reason) {}
}
