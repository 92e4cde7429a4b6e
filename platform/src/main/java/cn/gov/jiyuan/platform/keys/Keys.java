package cn.gov.jiyuan.platform.keys;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The parts of this module, put together; what the application publishes as beans and an engine's test uses directly. */
public record Keys(KeyVault vault, PersonalCipher cipher, KeyRotation rotation, CertificateAuthority authority) {
    /** @param masterFile made at the first use if the database holds no secrets yet; shared by all nodes of a database */
    public static Keys open(JdbcClient jdbc, PlatformTransactionManager transactions, Path masterFile, Clock clock) {
        Secrets secrets = new Secrets(new SecretStore(jdbc), transactions, masterFile, clock);
        CertificateStore certificates = new CertificateStore(jdbc);
        DevelopmentAuthority authority =
                new DevelopmentAuthority(secrets, certificates, masterFile.resolveSibling("ca.pem"), clock);
        SoftwareVault vault = new SoftwareVault(secrets, certificates, authority);
        authority.onRenewal(vault::forget);
        ColumnCipher cipher = new ColumnCipher(secrets, vault, clock);
        return new Keys(vault, cipher, cipher, authority);
    }
}
