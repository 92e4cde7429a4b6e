package cn.gov.jiyuan.contracts.items;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of an item with the unit that answers for it: what the guide (办事指南) shows and what a case runs by.
 *
 * @param code implementation code (实施编码), 31 characters
 * @param basicCode code of the national catalogue, 12 digits
 * @param unitId id of the unit in {@code platform.parties}
 * @param unitCode house code of the unit, {@code market}
 * @param useLevel level at which the power is used (行使层级), 1–7
 * @param effectiveFrom first day on which it holds; null while not published
 * @param effectiveTo first day on which it no longer holds; null if open
 */
public record ItemGuide(
        UUID itemId,
        String code,
        int version,
        String basicCode,
        UUID unitId,
        String unitCode,
        String unitName,
        int useLevel,
        VersionState state,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        boolean demo,
        ItemContent content) {

    public ItemVersionRef ref() {
        return new ItemVersionRef(code, version);
    }

    public String name() {
        return content.basics().name();
    }

    /** The business handling code (业务办理项编码), 33 characters; an item without variants has the one, 01. */
    public String handlingCode() {
        return code + "01";
    }
}
