package cn.gov.jiyuan.contracts.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A published version of an information resource (政务信息资源).
 *
 * @param code 信息资源代码, {@code 307012/000015}
 * @param unitId the unit that provides it (信息资源提供方) @param unitCode its house code
 * @param sharingCondition for what it may be used, if shared under conditions @param refusalBasis law that forbids sharing
 * @param dataset the hub's dataset behind it, if one is mounted (挂接)
 */
public record Resource(
        String code,
        int version,
        String name,
        String summary,
        UUID unitId,
        String unitCode,
        String unitName,
        SharingType sharing,
        @Nullable String sharingCondition,
        @Nullable String refusalBasis,
        OpenType open,
        @Nullable String openCondition,
        UpdateCycle cycle,
        LocalDate publishedOn,
        List<ResourceItem> items,
        @Nullable String dataset,
        boolean demo) {}
