package cn.gov.jiyuan.support.licences;

import cn.gov.jiyuan.contracts.licences.Licences.State;
import cn.gov.jiyuan.kernel.time.DateText;
import cn.gov.jiyuan.platform.documents.DocumentVerifier;
import cn.gov.jiyuan.platform.documents.VerificationReport;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import cn.gov.jiyuan.platform.keys.Sm3;
import cn.gov.jiyuan.platform.parties.Units;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Two questions kept apart: is the file genuine, and does the licence still hold. */
@Service
class Verification {
    private final LicenceStore store;
    private final LicenceTypes types;
    private final Units units;
    private final DocumentVerifier documents;
    private final Clock clock;

    Verification(
            JdbcClient jdbc,
            PersonalCipher cipher,
            LicenceTypes types,
            Units units,
            DocumentVerifier documents,
            Clock clock) {
        this.store = new LicenceStore(jdbc, cipher);
        this.types = types;
        this.units = units;
        this.documents = documents;
        this.clock = clock;
    }

    /** Where a licence stands, as anyone may know it: the holder of a natural person's licence stays masked. */
    record Standing(
            String typeName,
            String number,
            String identifier,
            String holder,
            String unitName,
            String validTo,
            String state,
            boolean valid) {}

    /** One named check of one seal. */
    record NamedCheck(String name, String outcome, String reason) {}

    /** One seal with its checks. */
    record Sealed(String sealName, String signer, String signedAt, List<NamedCheck> checks) {}

    /**
     * @param verdict in words
     * @param genuine true only if every check of every seal passed
     * @param standing the register's word on the licence that the file shows, null if it shows none of ours
     */
    record Verified(
            String format,
            String title,
            String verdict,
            boolean genuine,
            List<Sealed> seals,
            @Nullable Standing standing) {}

    Optional<Standing> byCode(String code) {
        String text = code.strip();
        return store.byIdentifier(text).or(() -> store.byNumber(text)).map(this::standing);
    }

    Verified byFile(byte[] file) {
        VerificationReport report = documents.verify(file);
        Standing standing = Optional.ofNullable(report.metadata().get("ZZBS"))
                .flatMap(store::byIdentifier)
                .or(() -> store.byDigest(Sm3.hex(file)))
                .map(this::standing)
                .orElse(null);
        return new Verified(
                report.format(),
                report.title(),
                report.verdict().label(),
                report.verdict() == cn.gov.jiyuan.platform.documents.Verdict.VALID,
                report.signatures().stream().map(Verification::sealed).toList(),
                standing);
    }

    private static Sealed sealed(VerificationReport.SignatureReport signature) {
        return new Sealed(
                signature.sealName(),
                signature.signer(),
                signature.signedAt() == null
                        ? ""
                        : DateText.full(signature.signedAt().atZone(java.time.ZoneId.of("Asia/Shanghai"))),
                signature.checks().stream()
                        .map(check -> new NamedCheck(
                                check.check().label(), check.outcome().label(), check.reason()))
                        .toList());
    }

    private Standing standing(LicenceStore.Row row) {
        State state = row.stateOn(LocalDate.now(clock));
        return new Standing(
                types.get(row.typeCode()).name(),
                row.number(),
                row.identifier(),
                row.holderMasked(),
                units.get(row.unitId()).name(),
                row.validTo().getYear() == 9999 ? "长期" : DateText.full(row.validTo()),
                state.label(),
                state == State.VALID);
    }
}
