package cn.gov.jiyuan.data.catalogue;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.access.RowScope;
import cn.gov.jiyuan.platform.hub.Dataset;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The stewards' desk: make, edit, check, compare and mount. The steps of the review are those of the case. */
@RestController
@RequestMapping("/api/catalogue")
class CatalogueController {
    private static final String READ = "catalogue.resource.read";

    private final Compiling compiling;
    private final ResourceStore store;
    private final ResourceCheck check;
    private final Mounts mounts;
    private final Access access;

    CatalogueController(Compiling compiling, ResourceStore store, ResourceCheck check, Mounts mounts, Access access) {
        this.compiling = compiling;
        this.store = store;
        this.check = check;
        this.mounts = mounts;
        this.access = access;
    }

    /** @param unitCode provider; the actor's own unit if null */
    record NewResource(
            @Nullable String unitCode,
            @Nullable String classCode,
            @Nullable String name) {}

    /** What an editor sends back: the whole content, with the revision he had before him. */
    record Edition(int revision, Content content) {}

    /** A version in a list. */
    record VersionLine(
            int number,
            boolean draft,
            String editedBy,
            Instant editedAt,
            @Nullable String publishedBy,
            @Nullable Instant publishedAt) {
        static VersionLine of(Version version) {
            return new VersionLine(
                    version.number(),
                    version.draft(),
                    version.editedBy(),
                    version.editedAt(),
                    version.publishedBy(),
                    version.publishedAt());
        }
    }

    /** A difference between resource and dataset, in words. */
    record Told(String kind, String kindLabel, String column, String text) {}

    /**
     * An entry as the desk shows it.
     *
     * @param shown the version shown: the draft for those who compile or review, else the published one
     * @param differences null if no dataset is mounted
     */
    record Detail(
            Entry entry,
            String stateLabel,
            @Nullable Version shown,
            List<VersionLine> versions,
            boolean mayEdit,
            boolean mayMount,
            @Nullable List<Told> differences) {}

    @PostMapping("/resources")
    @Permitted(Compiling.EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    Entry create(Actor actor, @RequestBody NewResource wanted) {
        String unit = Objects.requireNonNullElse(wanted.unitCode(), "");
        return compiling.create(
                actor,
                new Fresh(
                        unit.isEmpty() ? compiling.ownUnit(actor) : compiling.unit(actor, unit, Compiling.EDIT),
                        Objects.requireNonNullElse(wanted.classCode(), ""),
                        Content.named(Objects.requireNonNullElse(wanted.name(), "")),
                        Origin.COMPILED,
                        "",
                        false));
    }

    @GetMapping("/resources/{id}")
    @Permitted(READ)
    Detail read(Actor actor, @PathVariable UUID id) {
        Entry entry = compiling.within(actor, id, READ);
        List<Version> versions = store.versions(id);
        boolean mayEdit = entry.state().equals("draft") && covers(actor, entry, Compiling.EDIT);
        List<Difference> differences = mounts.differences(entry);
        return new Detail(
                entry,
                entry.stateLabel(),
                versions.isEmpty() ? null : versions.getFirst(),
                versions.stream().map(VersionLine::of).toList(),
                mayEdit,
                covers(actor, entry, Mounts.MOUNT),
                differences == null
                        ? null
                        : differences.stream()
                                .map(one ->
                                        new Told(one.kind().name(), one.kind().label(), one.column(), one.text()))
                                .toList());
    }

    private boolean covers(Actor actor, Entry entry, String permission) {
        return access.rows(actor, permission).covers(entry.unitId(), null, entry.areaCode());
    }

    @PutMapping("/resources/{id}/draft")
    @Permitted(Compiling.EDIT)
    Detail save(Actor actor, @PathVariable UUID id, @RequestBody Edition edition) {
        compiling.save(actor, id, edition.revision(), edition.content());
        return read(actor, id);
    }

    /** Everything that keeps the draft from being submitted. */
    @GetMapping("/resources/{id}/gaps")
    @Permitted(Compiling.EDIT)
    List<IncompleteFault.Told> gaps(Actor actor, @PathVariable UUID id) {
        Entry entry = compiling.within(actor, id, Compiling.EDIT);
        return store.draft(id)
                .map(draft -> check.told(compiling.gaps(entry, draft.content())))
                .orElse(List.of());
    }

    @GetMapping("/resources/{id}/versions/{number}")
    @Permitted(READ)
    Version version(Actor actor, @PathVariable UUID id, @PathVariable int number) {
        Entry entry = compiling.within(actor, id, READ);
        return store.version(id, number)
                .orElseThrow(() -> new Fault(CatalogueError.UNKNOWN_VERSION, entry.code(), number));
    }

    @GetMapping("/resources/{id}/differences")
    @Permitted(READ)
    List<ContentDiff.Change> differences(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "1") int from,
            @RequestParam(defaultValue = "1") int to) {
        return ContentDiff.of(
                version(actor, id, from).content(), version(actor, id, to).content());
    }

    /** @param dataset name of the dataset */
    record MountWish(@Nullable String dataset) {}

    @PutMapping("/resources/{id}/mount")
    @Permitted(Mounts.MOUNT)
    Detail mount(Actor actor, @PathVariable UUID id, @RequestBody MountWish wish) {
        boolean all = access.rows(actor, Mounts.MOUNT) instanceof RowScope.All;
        mounts.mount(actor, id, Objects.requireNonNullElse(wish.dataset(), ""), all);
        return read(actor, id);
    }

    @DeleteMapping("/resources/{id}/mount")
    @Permitted(Mounts.MOUNT)
    Detail unmount(Actor actor, @PathVariable UUID id) {
        mounts.unmount(actor, id);
        return read(actor, id);
    }

    /** A dataset to choose from. */
    record Offered(String name, String title, String unitCode, int columns) {}

    /** Datasets that the actor may mount. */
    @GetMapping("/datasets")
    @Permitted(Mounts.MOUNT)
    List<Offered> datasets(Actor actor) {
        boolean all = access.rows(actor, Mounts.MOUNT) instanceof RowScope.All;
        List<Dataset> offered =
                mounts.offered(all ? null : compiling.ownUnit(actor).code());
        return offered.stream()
                .map(one -> new Offered(
                        one.name(), one.title(), one.unitCode(), one.columns().size()))
                .toList();
    }
}
