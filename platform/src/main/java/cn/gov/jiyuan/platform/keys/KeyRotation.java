package cn.gov.jiyuan.platform.keys;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes the key of the personal columns (密钥轮换): new values take the new version, old ones still open until renewed. */
public interface KeyRotation {
    /** Makes a new version. @return its number */
    int rotate();

    /**
     * Seals one portion of a column anew under the present version; call it in a transaction, again and again, each
     * time with what it returned, until it returns null.
     *
     * @param after the row after which to go on, null at the beginning
     */
    @Nullable
    UUID renew(SealedColumn column, @Nullable UUID after, int portion);

    /** A column whose values are to be sealed anew; implemented by the store that owns the table. */
    interface SealedColumn {
        /** {@code schema.table.column}, as given at the sealing. */
        String name();

        /** Values by ascending row id; the rows should be locked. */
        List<SealedValue> after(@Nullable UUID row, int limit);

        void replace(SealedValue value);
    }

    record SealedValue(UUID row, byte[] sealed) {}
}
