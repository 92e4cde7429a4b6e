package cn.gov.jiyuan.platform.keys;

import java.util.UUID;

/** Encrypts personal columns with SM4-GCM, bound to table, column and row, and makes blind indexes for search. */
public interface PersonalCipher {
    /**
     * @param column {@code schema.table.column}
     * @param row id of the row
     * @return key version, nonce, ciphertext and tag in one value
     */
    byte[] seal(String column, UUID row, String clear);

    /** @throws cn.gov.jiyuan.kernel.error.Fault if the value was changed or belongs to another row or column */
    String open(String column, UUID row, byte[] sealed);

    /**
     * A keyed digest (HMAC-SM3, 32 bytes) by which equal values are found.
     *
     * @param domain what is indexed, {@code id-number} for example: equal values of different domains differ
     * @param normalised the value in its one normal form
     */
    byte[] blind(String domain, String normalised);
}
