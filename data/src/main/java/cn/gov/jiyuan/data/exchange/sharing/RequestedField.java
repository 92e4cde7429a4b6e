package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.platform.records.Mask;
import org.jspecify.annotations.Nullable;

/**
 * An item that somebody asks for, with the answer to it (逐项答复).
 *
 * @param approved null while nobody has decided
 * @param reason why it is refused
 * @param mask how it is given; null in clear
 */
record RequestedField(
        String name,
        String title,
        @Nullable Boolean approved,
        String reason,
        @Nullable Mask mask) {
    static RequestedField of(SharedItem item) {
        return new RequestedField(item.name(), item.title(), null, "", usual(item));
    }

    /** Personal items are masked unless the provider gives them in clear. */
    private static @Nullable Mask usual(SharedItem item) {
        if (!item.personal()) {
            return null;
        }
        String name = item.name() + item.title();
        if (name.contains("id_no") || name.contains("证件号") || name.contains("身份号")) {
            return Mask.ID_NUMBER;
        }
        if (name.contains("phone") || name.contains("mobile") || name.contains("电话")) {
            return Mask.PHONE;
        }
        if (name.contains("address") || name.contains("住址") || name.contains("地址")) {
            return Mask.ADDRESS;
        }
        return item.title().endsWith("姓名") || item.name().equals("name") ? Mask.NAME : Mask.ALL;
    }

    RequestedField decided(boolean yes, String why, @Nullable Mask how) {
        return new RequestedField(name, title, yes, yes ? "" : why, how);
    }

    boolean given() {
        return Boolean.TRUE.equals(approved);
    }
}
