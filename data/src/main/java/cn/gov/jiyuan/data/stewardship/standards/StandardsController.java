package cn.gov.jiyuan.data.stewardship.standards;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.access.Permitted;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The desk of standards beside their lists. */
@RestController
@RequestMapping("/api/stewardship")
class StandardsController {
    private final DataStandards standards;

    StandardsController(DataStandards standards) {
        this.standards = standards;
    }

    record Followed(@Nullable String element) {}

    record Mapped(
            @Nullable String table,
            @Nullable String unitCode,
            @Nullable String value,
            @Nullable String code) {}

    @PostMapping("/elements")
    @Permitted("stewardship.standard.edit")
    DataElement propose(Actor actor, @RequestBody DataStandards.Draft draft) {
        return standards.propose(actor, draft);
    }

    @PostMapping("/elements/{id}/approve")
    @Permitted("stewardship.standard.approve")
    DataElement approve(Actor actor, @PathVariable UUID id) {
        return standards.approve(actor, id);
    }

    @GetMapping("/codes")
    @Permitted("stewardship.standard.read")
    Map<String, String> codes(@RequestParam(defaultValue = "") String table) {
        return standards.labels(table);
    }

    @PostMapping("/codes/mappings")
    @Permitted("stewardship.standard.edit")
    void map(Actor actor, @RequestBody Mapped mapped) {
        standards.map(
                actor,
                Objects.requireNonNullElse(mapped.table(), ""),
                Objects.requireNonNullElse(mapped.unitCode(), ""),
                Objects.requireNonNullElse(mapped.value(), ""),
                Objects.requireNonNullElse(mapped.code(), ""));
    }

    @GetMapping("/elements/of/{dataset}")
    @Permitted("stewardship.standard.read")
    List<DataStandards.Suggestion> suggestions(Actor actor, @PathVariable String dataset) {
        return standards.suggestions(actor, dataset);
    }

    @PutMapping("/elements/of/{dataset}/{column}")
    @Permitted("stewardship.standard.edit")
    void confirm(
            Actor actor, @PathVariable String dataset, @PathVariable String column, @RequestBody Followed followed) {
        standards.confirm(actor, dataset, column, Objects.requireNonNullElse(followed.element(), ""));
    }
}
