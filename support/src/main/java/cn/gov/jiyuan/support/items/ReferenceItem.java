package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.contracts.items.ItemContent;
import cn.gov.jiyuan.contracts.items.ItemGuide;
import cn.gov.jiyuan.contracts.items.VersionState;
import cn.gov.jiyuan.kernel.code.ItemCatalogueCode;
import cn.gov.jiyuan.kernel.code.ItemImplementationCode;
import cn.gov.jiyuan.kernel.code.Uscc;
import cn.gov.jiyuan.platform.parties.Unit;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An item as a resource file describes it.
 *
 * @param unit house code of the unit
 * @param since first day on which it holds; the default is the day of the youngest rule of the first item
 */
record ReferenceItem(
        String unit,
        String basicCode,
        String catalogueName,
        @Nullable LocalDate since,
        ItemContent content) {
    private static final LocalDate DEFAULT_SINCE = LocalDate.of(2023, 12, 1);

    ReferenceItem(String unit, String basicCode, String catalogueName, ItemContent content) {
        this(unit, basicCode, catalogueName, null, content);
    }

    LocalDate from() {
        return since == null ? DEFAULT_SINCE : since;
    }

    ItemGuide guide(Unit owner, LocalDate from, boolean demo) {
        String code = code(owner, basicCode);
        return new ItemGuide(
                idOf(code),
                code,
                1,
                basicCode,
                owner.id(),
                owner.code(),
                owner.name(),
                owner.level(),
                VersionState.PUBLISHED,
                from,
                null,
                demo,
                content);
    }

    static String code(Unit owner, String basicCode) {
        return ItemImplementationCode.of(new Uscc(owner.uscc()), owner.level(), new ItemCatalogueCode(basicCode))
                .value();
    }

    /** The id of an item follows from its code, so that reference data of all systems agree on it. */
    static UUID idOf(String code) {
        return UUID.nameUUIDFromBytes(("item:" + code).getBytes(StandardCharsets.UTF_8));
    }
}
