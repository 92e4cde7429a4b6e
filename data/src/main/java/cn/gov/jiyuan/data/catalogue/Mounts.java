package cn.gov.jiyuan.data.catalogue;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.hub.Dataset;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Mounts datasets on entries and compares both (挂接、一致性比对). */
@Component
class Mounts {
    static final String MOUNT = "catalogue.resource.mount";

    private final MountStore store;
    private final ResourceStore resources;
    private final Compiling compiling;
    private final Datasets datasets;
    private final Units units;
    private final Audit audit;
    private final Clock clock;

    Mounts(
            MountStore store,
            ResourceStore resources,
            Compiling compiling,
            Datasets datasets,
            Units units,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.resources = resources;
        this.compiling = compiling;
        this.datasets = datasets;
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param foreign whether the actor may mount datasets of other units, too */
    @Transactional
    public void mount(Actor actor, UUID id, String name, boolean foreign) {
        Entry entry = compiling.within(actor, id, MOUNT);
        Dataset dataset = dataset(name).orElseThrow(() -> Fault.at("/dataset", CatalogueError.DATASET_UNKNOWN, name));
        if (!foreign && !dataset.unitCode().equals(entry.unitCode())) {
            String owner = units.byCode(dataset.unitCode()).map(Unit::shortName).orElse(dataset.unitCode());
            throw Fault.at("/dataset", CatalogueError.DATASET_FOREIGN, name, owner);
        }
        resources.ofDataset(name).filter(other -> !other.id().equals(id)).ifPresent(other -> {
            throw Fault.at("/dataset", CatalogueError.DATASET_TAKEN, name, other.code());
        });
        List<Difference> differences = Comparison.of(content(entry).items(), dataset);
        store.put(id, name, differences, actor.name(), clock.instant());
        datasets.current(name).ifPresent(snapshot -> store.arrived(name, snapshot.at()));
        audit(actor, "catalogue.mount", entry, "挂接数据集 " + name + "，差异 " + differences.size() + " 处");
    }

    @Transactional
    public void unmount(Actor actor, UUID id) {
        Entry entry = compiling.within(actor, id, MOUNT);
        if (entry.dataset() == null) {
            throw new Fault(CatalogueError.NOT_MOUNTED);
        }
        store.remove(id);
        audit(actor, "catalogue.unmount", entry, "解除挂接 " + entry.dataset());
    }

    private void audit(Actor actor, String action, Entry entry, String summary) {
        audit.record(actor, new AuditEvent(action, "resource", entry.code(), summary + "：" + entry.name(), Map.of()));
    }

    /** The present differences, or null if nothing is mounted. */
    @Nullable
    List<Difference> differences(Entry entry) {
        String name = entry.dataset();
        if (name == null) {
            return null;
        }
        return dataset(name)
                .map(dataset -> Comparison.of(content(entry).items(), dataset))
                .orElseGet(() ->
                        store.of(entry.id()).map(MountStore.Mount::differences).orElse(List.of()));
    }

    /** Compares anew what is mounted, after the dataset or the items have changed. */
    void compare(Entry entry) {
        List<Difference> differences = differences(entry);
        String dataset = entry.dataset();
        if (dataset != null && differences != null) {
            store.compared(entry.id(), dataset, differences, clock.instant());
        }
    }

    /** @throws Fault {@code catalogue.mount-differs} if what is mounted does not have the items */
    void demandFit(Entry entry, Content content) {
        String name = entry.dataset();
        if (name == null) {
            return;
        }
        Dataset dataset = dataset(name).orElseThrow(() -> Fault.at("/dataset", CatalogueError.DATASET_UNKNOWN, name));
        List<Difference> differences = Comparison.of(content.items(), dataset);
        if (!differences.isEmpty()) {
            String said = differences.stream().map(Difference::text).collect(Collectors.joining("；"));
            throw Fault.at("/dataset", CatalogueError.MOUNT_DIFFERS, name, said);
        }
        store.compared(entry.id(), name, differences, clock.instant());
    }

    /** What is being compiled, else what is published. */
    private Content content(Entry entry) {
        return resources
                .draft(entry.id())
                .or(() -> resources.version(entry.id(), entry.version()))
                .orElseThrow(() -> new Fault(CatalogueError.UNKNOWN))
                .content();
    }

    Optional<Dataset> dataset(String name) {
        return name.matches("[a-z0-9_.]{3,96}") ? datasets.find(name) : Optional.empty();
    }

    /** Datasets of a unit that can be mounted; all if no unit is named. */
    List<Dataset> offered(@Nullable String unitCode) {
        return datasets.list(null, 1_000).stream()
                .filter(dataset -> unitCode == null || dataset.unitCode().equals(unitCode))
                .toList();
    }
}
