package cn.gov.jiyuan.platform.keys;

import java.io.IOException;
import java.math.BigInteger;
import java.security.PublicKey;
import java.security.SecureRandom;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;
import org.jspecify.annotations.Nullable;

/** Key pairs on the SM2 curve, kept as the 32 bytes of the private number. */
final class Sm2Keys {
    /** The form with arithmetic made for this prime: the general one signs at a fraction of its speed. */
    private static final ECNamedDomainParameters CURVE = new ECNamedDomainParameters(
            GMObjectIdentifiers.sm2p256v1, CustomNamedCurves.getByOID(GMObjectIdentifiers.sm2p256v1));

    private static final SecureRandom RANDOM = new SecureRandom();

    private Sm2Keys() {}

    static byte[] generate() {
        BigInteger limit = CURVE.getN().subtract(BigInteger.TWO);
        return BigIntegers.asUnsignedByteArray(32, BigIntegers.createRandomInRange(BigInteger.ONE, limit, RANDOM));
    }

    static ECPrivateKeyParameters privateKey(byte[] number) {
        return new ECPrivateKeyParameters(new BigInteger(1, number), CURVE);
    }

    static SubjectPublicKeyInfo publicKey(byte[] number) {
        var point = new FixedPointCombMultiplier().multiply(CURVE.getG(), new BigInteger(1, number));
        try {
            return SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(new ECPublicKeyParameters(point, CURVE));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Null if the key is not on the SM2 curve. */
    static @Nullable ECPublicKeyParameters publicKey(PublicKey key) throws IOException {
        if (!(PublicKeyFactory.createKey(key.getEncoded()) instanceof ECPublicKeyParameters point)) {
            return null;
        }
        ECDomainParameters its = point.getParameters();
        boolean same = its.getCurve().equals(CURVE.getCurve()) && its.getG().equals(CURVE.getG());
        return same ? point : null;
    }
}
