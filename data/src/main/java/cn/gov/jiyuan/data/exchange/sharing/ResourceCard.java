package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.contracts.catalogue.Resource;
import cn.gov.jiyuan.contracts.catalogue.SharingType;
import cn.gov.jiyuan.contracts.catalogue.UpdateCycle;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A published resource as it is told to another installation (目录同步). */
record ResourceCard(
        String code,
        int version,
        String name,
        String summary,
        String unitCode,
        String unitName,
        SharingType sharing,
        @Nullable String condition,
        @Nullable String refusalBasis,
        UpdateCycle cycle,
        LocalDate publishedOn,
        List<SharedItem> items,
        boolean demo) {
    /** The lane of the catalogue. */
    static final String TYPE = "catalogue.resource";

    static ResourceCard of(Resource resource) {
        return new ResourceCard(
                resource.code(),
                resource.version(),
                resource.name(),
                resource.summary(),
                resource.unitCode(),
                resource.unitName(),
                resource.sharing(),
                resource.sharingCondition(),
                resource.refusalBasis(),
                resource.cycle(),
                resource.publishedOn(),
                resource.items().stream().map(SharedItem::of).toList(),
                resource.demo());
    }
}
