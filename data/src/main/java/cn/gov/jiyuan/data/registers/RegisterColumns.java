package cn.gov.jiyuan.data.registers;

import cn.gov.jiyuan.kernel.code.CitizenId;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import cn.gov.jiyuan.platform.records.Mask;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Seals and opens the personal columns of the register. All versions of a person are sealed under the person's id. */
@Component
final class RegisterColumns {
    static final String NAME = "registers.person.name";
    static final String ID = "registers.person.id";
    static final String BIRTH = "registers.person.birth";
    static final String PHONE = "registers.person.phone";
    static final String ADDRESS = "registers.person.address";

    private final PersonalCipher cipher;

    RegisterColumns(PersonalCipher cipher) {
        this.cipher = cipher;
    }

    byte @Nullable [] seal(String column, UUID row, @Nullable String clear) {
        return clear == null || clear.isEmpty() ? null : cipher.seal(column, row, clear);
    }

    @Nullable
    String open(String column, UUID row, byte @Nullable [] sealed) {
        return sealed == null ? null : cipher.open(column, row, sealed);
    }

    byte @Nullable [] blind(String domain, @Nullable String clear) {
        return clear == null || clear.isEmpty() ? null : cipher.blind(domain, clear);
    }

    byte[] blindIdentifier(String kind, String value) {
        return cipher.blind(kind.equals("ID") ? "id-number" : "registers." + kind, value);
    }

    byte[] digest(PersonFacts facts) {
        return cipher.blind("registers.facts", facts.whole());
    }

    static String maskedNumber(@Nullable String number) {
        return number == null ? "" : new CitizenId(number).masked();
    }

    static String maskedName(@Nullable String name) {
        return name == null ? "" : Mask.NAME.of(name);
    }
}
