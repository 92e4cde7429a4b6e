package cn.gov.jiyuan.platform.keys;

import java.io.IOException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.SM2Signer;

/** Checks SM2 signatures with SM3 and the default identity 1234567812345678 (GB/T 32918.2, GB/T 35276). */
public final class Sm2 {
    private Sm2() {}

    /** @param signature DER encoded r and s; anything else is simply not valid */
    public static boolean verify(X509Certificate signer, byte[] message, byte[] signature) {
        return verify(signer.getPublicKey(), message, signature);
    }

    /** False too for a key that is not on the SM2 curve. */
    public static boolean verify(PublicKey key, byte[] message, byte[] signature) {
        try {
            ECPublicKeyParameters point = Sm2Keys.publicKey(key);
            if (point == null) {
                return false;
            }
            SM2Signer verifier = new SM2Signer();
            verifier.init(false, point);
            verifier.update(message, 0, message.length);
            return verifier.verifySignature(signature);
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }
}
