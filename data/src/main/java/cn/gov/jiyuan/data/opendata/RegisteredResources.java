package cn.gov.jiyuan.data.opendata;

import cn.gov.jiyuan.contracts.catalogue.OpenType;
import cn.gov.jiyuan.contracts.catalogue.Resource;
import cn.gov.jiyuan.contracts.catalogue.ResourceCatalogue;
import cn.gov.jiyuan.platform.access.RowScope;
import cn.gov.jiyuan.platform.indicators.Indicator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Compares what is open with what the catalogue says could be. */
@Component("opendata.RegisteredResources")
final class RegisteredResources {
    private static final int PORTION = 500;
    private final ObjectProvider<ResourceCatalogue> catalogue;

    RegisteredResources(ObjectProvider<ResourceCatalogue> catalogue) {
        this.catalogue = catalogue;
    }

    Indicator.Counts count(RowScope scope, List<String> opened) {
        Set<String> could = new HashSet<>(opened);
        long closed = 0;
        ResourceCatalogue found = catalogue.getIfAvailable();
        String after = null;
        List<Resource> portion;
        do {
            portion = found == null ? List.of() : found.list(after, PORTION);
            for (Resource resource : portion) {
                if (!scope.covers(resource.unitId(), null, null)) {
                    continue;
                }
                if (resource.open() == OpenType.NONE) {
                    closed++;
                } else {
                    could.add(resource.code());
                }
            }
            after = portion.isEmpty() ? after : portion.getLast().code();
        } while (portion.size() == PORTION);
        return new Indicator.Counts(opened.size(), could.size(), closed);
    }
}
