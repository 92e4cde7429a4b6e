package cn.gov.jiyuan.platform.keys;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.platform.database.TestDatabase;
import cn.gov.jiyuan.platform.database.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What openssl thinks of our certificates, signatures, digests and ciphers. */
class OpenSslJudgeTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] MESSAGE = "行政许可申请受理通知书".getBytes(StandardCharsets.UTF_8);
    private static final byte[] KEY = HEX.parseHex("0123456789abcdeffedcba9876543210");

    @TempDir
    Path folder;

    private OpenSsl openssl;
    private TestDatabase database;
    private Keys keys;

    @BeforeEach
    void open() {
        openssl = new OpenSsl(folder);
        database = TestPostgres.fresh();
        keys = Keys.open(
                database.jdbc(),
                database.transactionManager(),
                folder.resolve("master.key"),
                Clock.systemDefaultZone());
    }

    @AfterEach
    void drop() {
        if (database != null) {
            database.close();
        }
    }

    @Test
    void eachCertificateOfOurAuthorityIsIssuedByTheNext() throws Exception {
        List<X509Certificate> chain = keys.vault().chain(KeyVault.SEAL_MAKER);

        for (int i = 0; i + 1 < chain.size(); i++) {
            assertThat(openssl.issued(chain.get(i), chain.get(i + 1)).text())
                    .as("certificate %d", i)
                    .isEqualTo("certificate.pem: OK");
        }
        X509Certificate root = chain.getLast();
        assertThat(openssl.verifies(root, root.getTBSCertificate(), root.getSignature()))
                .isTrue();
        byte[] forged = chain.getFirst().getEncoded();
        forged[forged.length - 1] ^= 1;
        openssl.file("certificate.pem", OpenSsl.pem("CERTIFICATE", forged));
        assertThat(openssl.run(
                                "verify",
                                "-vfyopt",
                                "distid:1234567812345678",
                                "-partial_chain",
                                "-trusted",
                                "issuer.pem",
                                "certificate.pem")
                        .exitCode())
                .isNotZero();
    }

    @Test
    void aCertificateReadsAsItsProfileSays() {
        X509Certificate signer = keys.authority()
                .ensure(new CertificateRequest(
                        "seal/x", "济源市市场监督管理局公章", "济源市市场监督管理局", "11410881005772234J", CertificateUse.SEAL_SIGNER))
                .getFirst();
        String leaf = read(signer);
        String root = read(keys.authority().roots().getFirst());

        assertThat(leaf)
                .contains("Version: 3", "Signature Algorithm: SM2-with-SM3", "ASN1 OID: SM2", "CN = 济源市市场监督管理局公章")
                .containsPattern("Basic Constraints: critical\\s+CA:FALSE")
                .containsPattern("Key Usage: critical\\s+Digital Signature, Non Repudiation\\s")
                .contains("Authority Key Identifier", "Subject Key Identifier");
        assertThat(root)
                .contains("测试 CA，不具法律效力")
                .containsPattern("Basic Constraints: critical\\s+CA:TRUE, pathlen:1")
                .containsPattern("Key Usage: critical\\s+Certificate Sign, CRL Sign\\s");
    }

    @Test
    void ourSignatureVerifiesOverItsOwnMessageOnly() {
        byte[] signature = keys.vault().sign(KeyVault.AUDIT, MESSAGE);
        X509Certificate signer = keys.vault().chain(KeyVault.AUDIT).getFirst();

        assertThat(openssl.verifies(signer, MESSAGE, signature)).isTrue();
        assertThat(openssl.verifies(signer, new byte[] {1}, signature)).isFalse();
    }

    @Test
    void weVerifyASignatureThatItMade() throws Exception {
        assertThat(openssl.run("genpkey", "-algorithm", "SM2", "-out", "its.pem")
                        .exitCode())
                .isZero();
        openssl.file("message", MESSAGE);
        byte[] signature = openssl.run(
                        "pkeyutl",
                        "-sign",
                        "-inkey",
                        "its.pem",
                        "-rawin",
                        "-digest",
                        "sm3",
                        "-in",
                        "message",
                        "-pkeyopt",
                        "distid:1234567812345678")
                .output();
        byte[] der = openssl.run("pkey", "-in", "its.pem", "-pubout", "-outform", "DER")
                .output();
        var key = java.security.KeyFactory.getInstance("EC", CryptoProvider.get())
                .generatePublic(new java.security.spec.X509EncodedKeySpec(der));

        assertThat(Sm2.verify(key, MESSAGE, signature)).isTrue();
        assertThat(Sm2.verify(key, new byte[] {1}, signature)).isFalse();
    }

    @Test
    void digestAndKeyedDigestAreTheSame() {
        openssl.file("message", MESSAGE);
        String hex = HEX.formatHex(KEY);

        assertThat(openssl.run("dgst", "-sm3", "-r", "message").text()).startsWith(Sm3.hex(MESSAGE));
        assertThat(openssl.run("dgst", "-sm3", "-mac", "HMAC", "-macopt", "hexkey:" + hex, "-r", "message")
                        .text())
                .startsWith(HEX.formatHex(Sm3.mac(KEY, MESSAGE)));
    }

    /** GCM encrypts in counter mode from 2 on; openssl 3.0 knows SM4 with counters but not with GCM. */
    @Test
    void whatACipheredColumnHoldsOpensWithSm4InCounterMode() {
        byte[] sealed = new Sm4Gcm(KEY).seal(0, MESSAGE, new byte[] {7});
        openssl.file("sealed", Arrays.copyOfRange(sealed, 12, sealed.length - 16));
        String counter = HEX.formatHex(sealed, 0, 12) + "00000002";

        assertThat(openssl.run("enc", "-sm4-ctr", "-d", "-K", HEX.formatHex(KEY), "-iv", counter, "-in", "sealed")
                        .output())
                .isEqualTo(MESSAGE);
    }

    private String read(X509Certificate certificate) {
        openssl.file("read.pem", OpenSsl.pem(certificate));
        return openssl.run("x509", "-in", "read.pem", "-noout", "-text", "-nameopt", "oneline,-esc_msb,utf8")
                .text();
    }
}
