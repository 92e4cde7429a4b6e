package cn.gov.jiyuan.data.catalogue;

import cn.gov.jiyuan.contracts.catalogue.OpenType;
import cn.gov.jiyuan.contracts.catalogue.Resource;
import cn.gov.jiyuan.contracts.catalogue.ResourceCatalogue;
import cn.gov.jiyuan.contracts.catalogue.SharingType;
import cn.gov.jiyuan.contracts.catalogue.UpdateCycle;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The catalogue as other systems see it: versions in force and nothing else. */
@Component
final class PublishedResources implements ResourceCatalogue {
    private final ResourceStore store;

    PublishedResources(ResourceStore store) {
        this.store = store;
    }

    @Override
    public Optional<Resource> published(String code) {
        return store.byCode(code).filter(Entry::published).map(this::resource);
    }

    @Override
    public List<Resource> list(@Nullable String after, int limit) {
        return store.published(after, limit).stream().map(this::resource).toList();
    }

    @Override
    public Optional<Resource> ofDataset(String dataset) {
        return store.ofDataset(dataset).filter(Entry::published).map(this::resource);
    }

    private Resource resource(Entry entry) {
        Content content =
                store.version(entry.id(), entry.version()).orElseThrow().content();
        SharingType sharing = Objects.requireNonNullElse(content.sharing(), SharingType.CONDITIONAL);
        return new Resource(
                entry.code(),
                entry.version(),
                content.name(),
                content.summary(),
                entry.unitId(),
                entry.unitCode(),
                entry.unitName(),
                sharing,
                sharing == SharingType.CONDITIONAL ? content.sharingCondition() : null,
                sharing == SharingType.NONE ? content.basis() : null,
                Objects.requireNonNullElse(content.open(), OpenType.NONE),
                content.open() == OpenType.CONDITIONAL ? content.openCondition() : null,
                Objects.requireNonNullElse(content.cycle(), UpdateCycle.OTHER),
                Objects.requireNonNullElse(entry.publishedOn(), LocalDate.EPOCH),
                content.items(),
                entry.dataset(),
                entry.demo());
    }
}
