package cn.gov.jiyuan.data.themes.lab;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.access.Permitted;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The space for analysis: workspaces, queries, jobs, views. */
@RestController
@RequestMapping("/api/themes")
class LabController {
    private final Workspaces workspaces;
    private final Exploring exploring;
    private final Mining mining;

    LabController(Workspaces workspaces, Exploring exploring, Mining mining) {
        this.workspaces = workspaces;
        this.exploring = exploring;
        this.mining = mining;
    }

    record Decision(@Nullable Boolean approved, @Nullable String reason) {}

    record Sharing(@Nullable List<UUID> units) {}

    record Field(String name, String title, String type) {}

    record Choice(String name, String title, List<Field> fields) {}

    /** What one may ask for. */
    @GetMapping("/datasets")
    @Permitted(Workspaces.USE)
    List<Choice> datasets() {
        return exploring.datasets().stream()
                .map(dataset -> new Choice(
                        dataset.name(),
                        dataset.title(),
                        dataset.columns().stream()
                                .map(column -> new Field(
                                        column.name(),
                                        column.title(),
                                        column.type().name()))
                                .toList()))
                .toList();
    }

    @GetMapping("/workspaces")
    @Permitted(Workspaces.USE)
    List<Workspace> own(Actor actor) {
        return workspaces.of(actor);
    }

    @GetMapping("/workspaces/waiting")
    @Permitted(Workspaces.APPROVE)
    List<Workspace> waiting(Actor actor) {
        return workspaces.waiting(actor);
    }

    @PostMapping("/workspaces")
    @Permitted(Workspaces.USE)
    Workspace request(Actor actor, @RequestBody Workspaces.Wish wish) {
        return workspaces.request(actor, wish);
    }

    @GetMapping("/workspaces/{id}")
    @Permitted(Workspaces.USE)
    Workspace one(Actor actor, @PathVariable UUID id) {
        return workspaces.own(actor, id);
    }

    @PostMapping("/workspaces/{id}/decision")
    @Permitted(Workspaces.APPROVE)
    Workspace decide(Actor actor, @PathVariable UUID id, @RequestBody Decision decision) {
        return workspaces.decide(actor, id, Boolean.TRUE.equals(decision.approved()), decision.reason());
    }

    @PostMapping("/workspaces/{id}/close")
    @Permitted(Workspaces.USE)
    Workspace close(Actor actor, @PathVariable UUID id) {
        return workspaces.close(actor, id);
    }

    @PostMapping("/workspaces/{id}/query")
    @Permitted(Workspaces.USE)
    Exploring.Answer query(Actor actor, @PathVariable UUID id, @RequestBody QuerySpec spec) {
        return exploring.ask(actor, id, spec);
    }

    @GetMapping("/workspaces/{id}/jobs")
    @Permitted(Workspaces.USE)
    List<MiningJob> jobs(Actor actor, @PathVariable UUID id) {
        return mining.of(actor, id);
    }

    @PostMapping("/workspaces/{id}/jobs")
    @Permitted(Workspaces.USE)
    MiningJob submit(Actor actor, @PathVariable UUID id, @RequestBody MiningSpec spec) {
        return mining.submit(actor, id, spec);
    }

    @GetMapping("/jobs/{id}")
    @Permitted(Workspaces.USE)
    MiningJob job(Actor actor, @PathVariable UUID id) {
        return mining.own(actor, id);
    }

    @PostMapping("/jobs/{id}/rerun")
    @Permitted(Workspaces.USE)
    MiningJob rerun(Actor actor, @PathVariable UUID id) {
        return mining.rerun(actor, id);
    }

    @PostMapping("/jobs/{id}/export")
    @Permitted("themes.job.export")
    ResponseEntity<String> export(Actor actor, @PathVariable UUID id) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"analysis-" + id + ".csv\"")
                .body(mining.export(actor, id));
    }

    @PostMapping("/workspaces/{id}/views")
    @Permitted(Workspaces.USE)
    SharedView save(Actor actor, @PathVariable UUID id, @RequestBody Exploring.Saving saving) {
        return exploring.save(actor, id, saving);
    }

    @GetMapping("/views")
    @Permitted(Mining.DATA)
    List<SharedView> views(Actor actor) {
        return exploring.views(actor);
    }

    @GetMapping("/views/{id}")
    @Permitted(Mining.DATA)
    Exploring.Shown view(Actor actor, @PathVariable UUID id) {
        return exploring.open(actor, id);
    }

    @PostMapping("/views/{id}/share")
    @Permitted(Workspaces.USE)
    SharedView share(Actor actor, @PathVariable UUID id, @RequestBody Sharing sharing) {
        return exploring.share(actor, id, sharing.units() == null ? List.of() : sharing.units());
    }

    @DeleteMapping("/views/{id}")
    @Permitted(Workspaces.USE)
    void delete(Actor actor, @PathVariable UUID id) {
        exploring.delete(actor, id);
    }

    @PostMapping("/sql")
    @Permitted("themes.sql.run")
    Exploring.Answer sql(Actor actor, @RequestBody Exploring.Sql sql) {
        return exploring.sql(actor, sql);
    }
}
