package cn.gov.jiyuan.platform.parties;

import cn.gov.jiyuan.platform.keys.PersonalCipher;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Seals and opens the personal columns of {@code parties.person}. */
final class PersonColumns {
    static final String NAME = "parties.person.name";
    static final String ID = "parties.person.id";
    static final String PHONE = "parties.person.phone";
    static final String ADDRESS = "parties.person.address";

    private final PersonalCipher cipher;

    PersonColumns(PersonalCipher cipher) {
        this.cipher = cipher;
    }

    byte[] seal(String column, UUID row, String clear) {
        return cipher.seal(column, row, clear);
    }

    byte @Nullable [] sealIfPresent(String column, UUID row, @Nullable String clear) {
        return clear == null || clear.isEmpty() ? null : cipher.seal(column, row, clear);
    }

    String open(String column, UUID row, byte[] sealed) {
        return cipher.open(column, row, sealed);
    }

    @Nullable
    String openIfPresent(String column, UUID row, byte @Nullable [] sealed) {
        return sealed == null ? null : cipher.open(column, row, sealed);
    }

    byte[] blindName(String name) {
        return cipher.blind("name", name);
    }

    byte[] blindId(String idNumber) {
        return cipher.blind("id-number", idNumber);
    }

    byte @Nullable [] blindPhone(@Nullable String phone) {
        return phone == null || phone.isEmpty() ? null : cipher.blind("phone", phone);
    }
}
