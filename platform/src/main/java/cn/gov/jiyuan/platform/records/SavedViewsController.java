package cn.gov.jiyuan.platform.records;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.access.Permitted;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Saved views of one list. Whether an actor may use the list is asked inside, as for the list itself. */
@RestController
@RequestMapping("/api/records/{type}/views")
class SavedViewsController {
    private final Records records;
    private final SavedViews views;

    SavedViewsController(Records records, SavedViews views) {
        this.records = records;
        this.views = views;
    }

    /** @param own whether the reader saved it and may remove it */
    record View(UUID id, String name, String query, String savedBy, boolean own, boolean shared) {}

    /** @param parameters those of the list's address */
    record Saving(
            @Nullable String name,
            @Nullable Map<String, List<String>> parameters,
            @Nullable Boolean shared) {}

    record Saved(UUID id) {}

    @GetMapping
    @Permitted(Permitted.SIGNED_IN)
    List<View> views(Actor actor, @PathVariable String type) {
        return views.of(actor, records.type(actor, type)).stream()
                .map(view -> new View(
                        view.id(),
                        view.name(),
                        view.query(),
                        view.ownerName(),
                        view.ownerId().equals(actor.personId()),
                        view.unitId() != null))
                .toList();
    }

    @PostMapping
    @Permitted(Permitted.SIGNED_IN)
    @ResponseStatus(HttpStatus.CREATED)
    Saved save(Actor actor, @PathVariable String type, @RequestBody Saving saving) {
        RecordType found = records.type(actor, type);
        RecordQuery query = RecordQuery.parse(found, saving.parameters() == null ? Map.of() : saving.parameters());
        String name = saving.name() == null ? "" : saving.name();
        return new Saved(views.save(actor, found, name, query, Boolean.TRUE.equals(saving.shared())));
    }

    @DeleteMapping("/{id}")
    @Permitted(Permitted.SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Actor actor, @PathVariable String type, @PathVariable UUID id) {
        views.remove(actor, records.type(actor, type), id);
    }
}
