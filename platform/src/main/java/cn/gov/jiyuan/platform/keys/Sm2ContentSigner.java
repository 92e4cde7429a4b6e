package cn.gov.jiyuan.platform.keys;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.ContentSigner;

/** Lets a key of the vault sign what BouncyCastle builds: certificates, CMS, time stamps. For one signature. */
public final class Sm2ContentSigner implements ContentSigner {
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private final UnaryOperator<byte[]> key;

    /** @param key {@link VaultSigner#sign} for example */
    public Sm2ContentSigner(UnaryOperator<byte[]> key) {
        this.key = key;
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
        return new AlgorithmIdentifier(GMObjectIdentifiers.sm2sign_with_sm3);
    }

    @Override
    public OutputStream getOutputStream() {
        return content;
    }

    @Override
    public byte[] getSignature() {
        return key.apply(content.toByteArray());
    }
}
