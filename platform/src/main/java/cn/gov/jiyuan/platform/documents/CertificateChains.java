package cn.gov.jiyuan.platform.documents;

import cn.gov.jiyuan.platform.keys.CryptoProvider;
import cn.gov.jiyuan.platform.keys.Sm2;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Follows a certificate to a root. Parsed certificates and proved signatures of issuers and makers of seals are
 * remembered, byte for byte: all documents of a unit repeat them.
 */
final class CertificateChains {
    private static final int DEEPEST = 6;
    private static final int REMEMBERED = 2000;
    /** Seals hold pictures and are larger. */
    private static final int SEALS_REMEMBERED = 300;

    private static final int SIGN = 0;
    private static final int NON_REPUDIATION = 1;
    private static final int CERT_SIGN = 5;

    private final Trust trust;
    private final Map<ByteBuffer, X509Certificate> parsed = new ConcurrentHashMap<>();
    private final Map<Link, Boolean> links = new ConcurrentHashMap<>();
    private final Map<Made, Boolean> seals = new ConcurrentHashMap<>();

    CertificateChains(Trust trust) {
        this.trust = trust;
    }

    /** @throws CertificateException if it is none, or has bytes behind it */
    X509Certificate parse(byte[] der) throws CertificateException {
        ByteBuffer key = ByteBuffer.wrap(der);
        X509Certificate known = parsed.get(key);
        if (known != null) {
            return known;
        }
        DerGuard.check(der);
        X509Certificate certificate =
                (X509Certificate) CryptoProvider.certificates().generateCertificate(new ByteArrayInputStream(der));
        if (certificate == null || !java.util.Arrays.equals(certificate.getEncoded(), der)) {
            throw new CertificateException("not one DER certificate");
        }
        remember(parsed, ByteBuffer.wrap(der.clone()), certificate, REMEMBERED);
        return certificate;
    }

    /**
     * Why a certificate is not to be believed, or null if it is.
     *
     * @param at the instant at which all of the chain must be in force
     */
    @Nullable
    String fault(X509Certificate leaf, List<X509Certificate> carried, Instant at) {
        if (!mayDo(leaf, SIGN) && !mayDo(leaf, NON_REPUDIATION)) {
            return "证书的密钥用法不包括数字签名";
        }
        List<X509Certificate> issuers = new ArrayList<>(trust.roots().get());
        issuers.addAll(trust.intermediates().get());
        issuers.addAll(carried);
        X509Certificate current = leaf;
        for (int depth = 0; depth < DEEPEST; depth++) {
            if (at.isBefore(current.getNotBefore().toInstant())) {
                return "签章时证书“" + name(current) + "”尚未生效";
            }
            if (at.isAfter(current.getNotAfter().toInstant())) {
                return "签章时证书“" + name(current) + "”已过有效期";
            }
            if (trust.roots().get().contains(current)) {
                return null;
            }
            X509Certificate issuer = issuerOf(current, issuers, depth);
            if (issuer == null) {
                return "证书“" + name(current) + "”不是由受信任的机构签发";
            }
            current = issuer;
        }
        return "证书链过长";
    }

    /** @param depth how many issuers lie between {@code certificate} and the leaf */
    private @Nullable X509Certificate issuerOf(
            X509Certificate certificate, List<X509Certificate> candidates, int depth) {
        for (X509Certificate candidate : candidates) {
            if (candidate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())
                    && candidate.getBasicConstraints() >= depth
                    && mayDo(candidate, CERT_SIGN)
                    && signed(certificate, candidate)) {
                return candidate;
            }
        }
        return null;
    }

    private boolean signed(X509Certificate certificate, X509Certificate issuer) {
        Link link = new Link(certificate, issuer);
        Boolean known = links.get(link);
        if (known == null) {
            known = proved(certificate, issuer);
            remember(links, link, known, REMEMBERED);
        }
        return known;
    }

    /** Whether the maker signed exactly this seal. */
    boolean made(X509Certificate maker, byte[] seal, byte[] signature) {
        Made made = new Made(maker, ByteBuffer.wrap(seal), ByteBuffer.wrap(signature));
        Boolean known = seals.get(made);
        if (known == null) {
            known = Sm2.verify(maker, seal, signature);
            Made copy = new Made(maker, ByteBuffer.wrap(seal.clone()), ByteBuffer.wrap(signature.clone()));
            remember(seals, copy, known, SEALS_REMEMBERED);
        }
        return known;
    }

    private static boolean proved(X509Certificate certificate, X509Certificate issuer) {
        try {
            if ("1.2.156.10197.1.501".equals(certificate.getSigAlgOID())) {
                return Sm2.verify(issuer, certificate.getTBSCertificate(), certificate.getSignature());
            }
            certificate.verify(issuer.getPublicKey(), CryptoProvider.get());
            return true;
        } catch (GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }

    private static boolean mayDo(X509Certificate certificate, int use) {
        boolean[] usage = certificate.getKeyUsage();
        return usage != null && usage.length > use && usage[use];
    }

    /** The common name, or the whole subject; a stand-in if a damaged certificate holds no readable text. */
    static String name(X509Certificate certificate) {
        try {
            return readName(certificate);
        } catch (IllegalArgumentException unreadable) {
            return "名称无法读取";
        }
    }

    private static String readName(X509Certificate certificate) {
        var subject = org.bouncycastle.asn1.x500.X500Name.getInstance(
                certificate.getSubjectX500Principal().getEncoded());
        var names = subject.getRDNs(org.bouncycastle.asn1.x500.style.BCStyle.CN);
        return names.length == 0
                ? subject.toString()
                : org.bouncycastle.asn1.x500.style.IETFUtils.valueToString(
                        names[0].getFirst().getValue());
    }

    private static <K, V> void remember(Map<K, V> map, K key, V value, int most) {
        if (map.size() >= most) {
            map.clear();
        }
        map.put(key, value);
    }

    private record Link(X509Certificate certificate, X509Certificate issuer) {}

    private record Made(X509Certificate maker, ByteBuffer seal, ByteBuffer signature) {}
}
