package cn.gov.jiyuan.platform.keys;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.keys.CertificateProfile.Issuer;
import cn.gov.jiyuan.platform.keys.CertificateProfile.Subject;
import cn.gov.jiyuan.platform.keys.SecretStore.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.jspecify.annotations.Nullable;

/** The built-in authority (测试 CA): root and issuer made at first need, both saying in their names that they have no legal force. */
final class DevelopmentAuthority implements CertificateAuthority {
    private static final String LABEL = "测试 CA，不具法律效力";
    private static final String OPERATOR = "济源数字政府平台";
    private static final String ROOT = "authority/root";
    private static final String ISSUER = "authority/issuer";
    private static final Map<String, CertificateUse> SYSTEM_KEYS = Map.of(
            KeyVault.AUDIT, CertificateUse.SYSTEM,
            KeyVault.TIMESTAMP, CertificateUse.TIMESTAMP,
            KeyVault.SEAL_MAKER, CertificateUse.SEAL_MAKER);
    private static final Map<String, String> SYSTEM_NAMES = Map.of(
            KeyVault.AUDIT, "审计存证",
            KeyVault.TIMESTAMP, "时间戳服务",
            KeyVault.SEAL_MAKER, "电子印章制章系统");

    private final Secrets secrets;
    private final CertificateStore certificates;
    private final Clock clock;
    private final Path publicFile;
    private Consumer<String> renewed = name -> {};
    /** Never changes once made. */
    private volatile @Nullable List<X509Certificate> issuers;

    DevelopmentAuthority(Secrets secrets, CertificateStore certificates, Path publicFile, Clock clock) {
        this.publicFile = publicFile;
        this.secrets = secrets;
        this.certificates = certificates;
        this.clock = clock;
    }

    /** Who is told that a name has a new key. */
    void onRenewal(Consumer<String> listener) {
        renewed = listener;
    }

    @Override
    public List<X509Certificate> ensure(CertificateRequest request) {
        Optional<List<X509Certificate>> present = present(request.keyName());
        return present.orElseGet(() -> {
            ZonedDateTime now = clock.instant().atZone(clock.getZone());
            return issue(
                    request,
                    1,
                    now.minusMinutes(5).toInstant(),
                    now.plus(request.use().life()).toInstant());
        });
    }

    @Override
    public List<X509Certificate> renew(CertificateRequest request, Instant from, Instant until) {
        int version =
                secrets.latest(request.keyName()).map(Secrets.Opened::version).orElse(0) + 1;
        List<X509Certificate> chain = issue(request, version, from, until);
        renewed.accept(request.keyName());
        return chain;
    }

    @Override
    public void revoke(String serial, String reason) {
        if (!certificates.revoke(serial, reason, clock.instant())) {
            throw new Fault(KeysError.UNKNOWN_CERTIFICATE, serial);
        }
    }

    @Override
    public Optional<State> of(X509Certificate certificate) {
        return certificates
                .find(certificate.getSerialNumber().toString(16))
                .filter(row -> row.certificate().equals(certificate))
                .map(row -> new State(row.revokedAt()));
    }

    @Override
    public List<X509Certificate> roots() {
        return List.of(issuerChain().getLast());
    }

    @Override
    public List<X509Certificate> intermediates() {
        return List.of(issuerChain().getFirst());
    }

    void ensureSystemKey(String keyName) {
        CertificateUse use = SYSTEM_KEYS.get(keyName);
        if (use != null) {
            String name = OPERATOR + SYSTEM_NAMES.get(keyName) + "（测试）";
            ensure(new CertificateRequest(keyName, name, OPERATOR, null, use));
        }
    }

    private Optional<List<X509Certificate>> present(String name) {
        return secrets.latest(name).flatMap(secret -> certificates.chain(name, secret.version()));
    }

    private List<X509Certificate> issue(CertificateRequest request, int version, Instant from, Instant until) {
        List<X509Certificate> issuers = issuerChain();
        Sm2Signing signing = new Sm2Signing(secrets.latest(ISSUER).orElseThrow().clear());
        return secrets.apart(() -> {
            byte[] number = Sm2Keys.generate();
            X500Name name = name(request.commonName(), request.organisation(), request.organisationCode());
            Subject subject = new Subject(name, Sm2Keys.publicKey(number), from, until);
            X509Certificate leaf = CertificateProfile.endEntity(
                    subject, issuer(issuers.getFirst(), signing), request.use(), request.organisationCode());
            return keep(request.keyName(), version, Purpose.SIGN, number, leaf, issuers);
        });
    }

    /** Issuer, then root; both made if absent, from six years back, so that history can be loaded with its own dates. */
    private List<X509Certificate> issuerChain() {
        List<X509Certificate> known = issuers;
        if (known == null) {
            known = present(ISSUER).orElseGet(this::makeAuthorities);
            publish(known);
            issuers = known;
        }
        return known;
    }

    /** Puts the public certificates beside the master key, for those who verify without the database. */
    private void publish(List<X509Certificate> chain) {
        Base64.Encoder base64 = Base64.getMimeEncoder(64, new byte[] {'\n'});
        StringBuilder pem = new StringBuilder();
        try {
            for (X509Certificate certificate : chain) {
                pem.append("-----BEGIN CERTIFICATE-----\n")
                        .append(base64.encodeToString(certificate.getEncoded()))
                        .append("\n-----END CERTIFICATE-----\n");
            }
            if (Files.notExists(publicFile)
                    && Files.isWritable(publicFile.toAbsolutePath().getParent())) {
                Files.writeString(publicFile, pem);
            }
        } catch (IOException | CertificateEncodingException e) {
            throw Fault.caused(e, KeysError.MASTER_UNREADABLE, publicFile);
        }
    }

    private List<X509Certificate> makeAuthorities() {
        ZonedDateTime now = clock.instant().atZone(clock.getZone());
        return secrets.apart(() -> {
            Instant from = now.minusYears(6).toInstant();
            Made root = authority(
                    "测试根", null, List.of(), ROOT, from, now.plusYears(20).toInstant());
            Made issuer = authority(
                    "测试签发", root, root.chain(), ISSUER, from, now.plusYears(15).toInstant());
            return issuer.chain();
        });
    }

    private Made authority(
            String kind,
            @Nullable Made above,
            List<X509Certificate> chain,
            String keyName,
            Instant from,
            Instant until) {
        byte[] number = Sm2Keys.generate();
        X500Name name = name(OPERATOR + kind + "证书（" + LABEL + "）", OPERATOR, null);
        Subject subject = new Subject(name, Sm2Keys.publicKey(number), from, until);
        Issuer issuer = above == null
                ? new Issuer(name, subject.key(), new Sm2Signing(number))
                : issuer(above.chain().getFirst(), above.signing());
        X509Certificate certificate = CertificateProfile.authority(subject, issuer, above == null ? 1 : 0);
        List<X509Certificate> kept = keep(keyName, 1, Purpose.AUTHORITY, number, certificate, chain);
        return new Made(
                kept, new Sm2Signing(secrets.latest(keyName).orElseThrow().clear()));
    }

    /** Stores key and certificate, or yields to the node that stored its own first. */
    private List<X509Certificate> keep(
            String keyName,
            int version,
            Purpose purpose,
            byte[] number,
            X509Certificate certificate,
            List<X509Certificate> issuers) {
        if (!secrets.insert(keyName, version, purpose, number)) {
            return present(keyName).orElseThrow();
        }
        List<X509Certificate> chain = new ArrayList<>(List.of(certificate));
        chain.addAll(issuers);
        certificates.insert(keyName, version, chain);
        return List.copyOf(chain);
    }

    private static Issuer issuer(X509Certificate certificate, Sm2Signing signing) {
        return new Issuer(
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded()),
                SubjectPublicKeyInfo.getInstance(certificate.getPublicKey().getEncoded()),
                signing);
    }

    private static X500Name name(String commonName, String organisation, @Nullable String organisationCode) {
        X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "CN")
                .addRDN(BCStyle.O, organisation)
                .addRDN(BCStyle.CN, commonName);
        if (organisationCode != null) {
            name.addRDN(BCStyle.ORGANIZATION_IDENTIFIER, organisationCode);
        }
        return name.build();
    }

    private record Made(List<X509Certificate> chain, Sm2Signing signing) {}
}
