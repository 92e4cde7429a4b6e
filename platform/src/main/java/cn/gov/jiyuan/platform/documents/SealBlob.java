package cn.gov.jiyuan.platform.documents;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A seal ready for use (印章数据).
 *
 * @param der the SESeal of GB/T 38540, signed by its maker; public, to be stored by the seal register
 * @param signerKey the key of the vault that signs with it
 */
public record SealBlob(byte[] der, String signerKey) {
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SealBlob blob && Arrays.equals(der, blob.der) && signerKey.equals(blob.signerKey);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(der);
    }
}
