package cn.gov.jiyuan.platform.documents;

import cn.gov.jiyuan.platform.keys.Revocations;
import cn.gov.jiyuan.platform.keys.Sm3;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.jspecify.annotations.Nullable;

/** The checks on certificates and times that OFD and PDF share. */
final class SignerChecks {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy 年 M 月 d 日", Locale.CHINA).withZone(ZoneId.of("Asia/Shanghai"));

    private final Trust trust;
    private final CertificateChains chains;
    private final Clock clock;

    SignerChecks(Trust trust, CertificateChains chains, Clock clock) {
        this.trust = trust;
        this.chains = chains;
        this.clock = clock;
    }

    /** The stamped time if there is a good token over {@code signature}; records {@link Check#TIMESTAMP}. */
    @Nullable
    Instant stampedTime(Findings findings, byte @Nullable [] token, byte[] signature) {
        if (token == null) {
            findings.absent(Check.TIMESTAMP, "未附时间戳，签章时间由签章人自行声明");
            return null;
        }
        try {
            DerGuard.check(token);
            CMSSignedData signed = new CMSSignedData(token);
            TimeStampToken stamp = new TimeStampToken(signed);
            Instant time = stamp.getTimeStampInfo().getGenTime().toInstant();
            boolean same = stamp.getTimeStampInfo().getMessageImprintAlgOID().equals(GMObjectIdentifiers.sm3)
                    && Arrays.equals(stamp.getTimeStampInfo().getMessageImprintDigest(), Sm3.digest(signature));
            if (!same) {
                findings.failed(Check.TIMESTAMP, "时间戳不是为本签名签发的");
                return null;
            }
            X509Certificate certificate = stampCertificate(stamp);
            CmsShape.check(signed, certificate);
            stamp.validate(new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(cn.gov.jiyuan.platform.keys.CryptoProvider.get())
                    .build(certificate));
            String fault = chains.fault(certificate, List.of(), time);
            if (fault != null) {
                findings.failed(Check.TIMESTAMP, "时间戳证书不可信：" + fault);
                return null;
            }
            findings.passed(Check.TIMESTAMP, "时间戳有效，签章时间不晚于 " + DAY.format(time));
            return time;
        } catch (CMSException
                | TSPException
                | OperatorCreationException
                | IOException
                | CertificateException
                | RuntimeException e) {
            findings.failed(Check.TIMESTAMP, "时间戳损坏或签名不符");
            return null;
        }
    }

    private X509Certificate stampCertificate(TimeStampToken stamp) throws CertificateException, IOException {
        @SuppressWarnings("unchecked")
        java.util.Collection<X509CertificateHolder> found =
                stamp.getCertificates().getMatches(stamp.getSID());
        if (found.isEmpty()) {
            throw new CertificateException("no certificate in the token");
        }
        return chains.parse(found.iterator().next().getEncoded());
    }

    /**
     * Chain, key usage and revocation of the signer at the time of signing.
     *
     * @param proved true if a time stamp proves {@code time}
     */
    void signer(
            Findings findings, X509Certificate signer, List<X509Certificate> carried, Instant time, boolean proved) {
        String fault = chains.fault(signer, carried, time);
        Instant expiry = signer.getNotAfter().toInstant();
        boolean expired = clock.instant().isAfter(expiry);
        if (fault != null) {
            findings.failed(Check.SIGNER_CERTIFICATE, fault);
        } else if (expired && !proved) {
            findings.unchecked(Check.SIGNER_CERTIFICATE, "证书已于 " + DAY.format(expiry) + " 到期，又无时间戳证明签章在此之前，无法确认签署时有效");
        } else if (expired) {
            findings.passed(Check.SIGNER_CERTIFICATE, "签署时有效；证书已于 " + DAY.format(expiry) + " 到期");
        } else {
            findings.passed(Check.SIGNER_CERTIFICATE, "证书由受信任的机构签发，在有效期内，可用于签名");
        }
        revocation(findings, signer, time, proved);
    }

    private void revocation(Findings findings, X509Certificate signer, Instant time, boolean proved) {
        Optional<Revocations.State> state = trust.revocations().of(signer);
        Instant revokedAt = state.map(Revocations.State::revokedAt).orElse(null);
        if (state.isEmpty()) {
            findings.unchecked(Check.SIGNER_REVOCATION, "无法取得证书吊销信息");
        } else if (revokedAt == null) {
            findings.passed(Check.SIGNER_REVOCATION, "证书未被吊销");
        } else if (!time.isBefore(revokedAt)) {
            findings.failed(Check.SIGNER_REVOCATION, "证书已于 " + DAY.format(revokedAt) + " 吊销，签章在此之后");
        } else if (proved) {
            findings.passed(Check.SIGNER_REVOCATION, "签署时有效；证书已于 " + DAY.format(revokedAt) + " 吊销");
        } else {
            findings.unchecked(Check.SIGNER_REVOCATION, "证书已于 " + DAY.format(revokedAt) + " 吊销，又无时间戳证明签章在此之前");
        }
    }

    String day(Instant time) {
        return DAY.format(time);
    }

    Instant now() {
        return clock.instant();
    }

    X509Certificate parse(byte[] der) throws CertificateException {
        return chains.parse(der);
    }

    /** @see CertificateChains#made */
    boolean made(X509Certificate maker, byte[] seal, byte[] signature) {
        return chains.made(maker, seal, signature);
    }

    /** Chain and revocation of the one who made a seal, at the time of its use; a maker revoked before is no maker. */
    void maker(Findings findings, X509Certificate maker, Instant time) {
        String fault = chains.fault(maker, List.of(), time);
        if (fault != null) {
            findings.failed(Check.MAKER_CERTIFICATE, fault);
            return;
        }
        Optional<Revocations.State> state = trust.revocations().of(maker);
        Instant revokedAt = state.map(Revocations.State::revokedAt).orElse(null);
        if (state.isEmpty()) {
            findings.unchecked(Check.MAKER_CERTIFICATE, "证书由受信任的机构签发，但无法取得吊销信息");
        } else if (revokedAt != null && !time.isBefore(revokedAt)) {
            findings.failed(Check.MAKER_CERTIFICATE, "制章人证书已于 " + DAY.format(revokedAt) + " 吊销");
        } else {
            findings.passed(Check.MAKER_CERTIFICATE, "证书由受信任的机构签发，在有效期内，未被吊销");
        }
    }
}
