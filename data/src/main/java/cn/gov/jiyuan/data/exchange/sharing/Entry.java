package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.contracts.catalogue.Resource;
import cn.gov.jiyuan.contracts.catalogue.SharingType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A resource in the sharing directory (共享目录): what can be asked for, or why not.
 *
 * @param origin the peer that provides it and its code there; null for our own
 */
record Entry(
        UUID id,
        String code,
        int version,
        String name,
        UUID unitId,
        String unitName,
        SharingType sharing,
        @Nullable String condition,
        @Nullable String refusalBasis,
        List<SharedItem> items,
        @Nullable String dataset,
        boolean listed,
        @Nullable Origin origin,
        boolean demo) {

    /** Another installation (来源平台). @param code of the resource there */
    record Origin(String peer, String name, String code) {}

    static UUID idOf(String code) {
        return UUID.nameUUIDFromBytes(("exchange:" + code).getBytes(StandardCharsets.UTF_8));
    }

    static Entry of(Resource resource) {
        return new Entry(
                idOf(resource.code()),
                resource.code(),
                resource.version(),
                resource.name(),
                resource.unitId(),
                resource.unitName(),
                resource.sharing(),
                resource.sharingCondition(),
                resource.refusalBasis(),
                resource.items().stream().map(SharedItem::of).toList(),
                resource.dataset(),
                true,
                null,
                resource.demo());
    }

    Optional<SharedItem> item(String item) {
        return items.stream().filter(one -> one.name().equals(item)).findFirst();
    }
}
