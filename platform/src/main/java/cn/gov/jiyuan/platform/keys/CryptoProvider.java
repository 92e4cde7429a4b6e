package cn.gov.jiyuan.platform.keys;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Security;
import java.security.cert.CertificateFactory;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** BouncyCastle, made and registered once: making a provider for each call costs more than the signature itself. */
public final class CryptoProvider {
    private static final Provider PROVIDER = registered();

    private CryptoProvider() {}

    /** The one instance; registered last, so that the JDK's own TLS and digests stay as they are. */
    public static Provider get() {
        return PROVIDER;
    }

    /** A factory that knows the SM2 curve; the JDK's own refuses it. */
    public static CertificateFactory certificates() {
        try {
            return CertificateFactory.getInstance("X.509", PROVIDER);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Provider registered() {
        Provider present = Security.getProvider(BouncyCastleProvider.PROVIDER_NAME);
        if (present != null) {
            return present;
        }
        Provider made = new BouncyCastleProvider();
        Security.addProvider(made);
        return made;
    }
}
