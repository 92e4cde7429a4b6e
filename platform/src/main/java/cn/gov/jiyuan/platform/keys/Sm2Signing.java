package cn.gov.jiyuan.platform.keys;

import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;

/** One private key with signers that already hold their identity digest Z; making one costs a point multiplication. */
final class Sm2Signing {
    private static final java.security.SecureRandom RANDOM = new java.security.SecureRandom();

    private final Pool<SM2Signer> signers;

    Sm2Signing(byte[] number) {
        this(number, RANDOM);
    }

    /** @param random of which the one-time numbers are taken; known ones give the key away */
    Sm2Signing(byte[] number, java.security.SecureRandom random) {
        ECPrivateKeyParameters key = Sm2Keys.privateKey(number);
        signers = new Pool<>(() -> {
            SM2Signer signer = new SM2Signer();
            signer.init(true, new ParametersWithRandom(key, random));
            return signer;
        });
    }

    byte[] sign(byte[] message) {
        return signers.with(signer -> {
            signer.update(message, 0, message.length);
            try {
                return signer.generateSignature();
            } catch (CryptoException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
