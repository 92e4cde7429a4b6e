package cn.gov.jiyuan.platform.rules;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.access.Permitted;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Parameters for the workbench. */
@RestController
@RequestMapping("/api/rules")
final class RulesController {
    private final RuleDesk desk;

    record Listed(
            UUID id,
            String key,
            String title,
            int version,
            ValueType type,
            String value,
            LocalDate from,
            @Nullable LocalDate to,
            Parameter.State state,
            Confidence confidence,
            String explanation,
            LegalBasis basis,
            String proposedBy,
            @Nullable String approvedBy) {
        static Listed of(Parameter parameter) {
            return new Listed(
                    parameter.id(),
                    parameter.key(),
                    parameter.title(),
                    parameter.version(),
                    parameter.type(),
                    parameter.value().text(),
                    parameter.from(),
                    parameter.to(),
                    parameter.state(),
                    parameter.basis().confidence(),
                    parameter.explanation(),
                    parameter.basis(),
                    parameter.proposedName(),
                    parameter.approvedName());
        }
    }

    record Detail(String key, String title, List<Listed> versions, List<RuleDesk.Gap> gaps) {}

    record NewVersion(
            JsonNode value, LocalDate from, @Nullable LocalDate to, LegalBasis basis) {}

    record Created(UUID id) {}

    record Withdrawal(@Nullable String reason) {}

    RulesController(RuleDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    @Permitted("rules.parameter.read")
    List<Listed> list(
            @RequestParam(defaultValue = "") String prefix,
            @RequestParam(required = false) @Nullable Confidence confidence) {
        return desk.list(prefix, confidence).stream().map(Listed::of).toList();
    }

    /** What waits for approval by another person. */
    @GetMapping("/drafts")
    @Permitted("rules.parameter.read")
    List<Listed> drafts() {
        return desk.drafts().stream().map(Listed::of).toList();
    }

    @GetMapping("/{key}")
    @Permitted("rules.parameter.read")
    Detail detail(@PathVariable String key) {
        RuleDesk.History history = desk.history(key);
        return new Detail(
                key,
                history.title(),
                history.versions().stream().map(Listed::of).toList(),
                history.gaps());
    }

    @PostMapping("/{key}/versions")
    @Permitted("rules.parameter.propose")
    @ResponseStatus(HttpStatus.CREATED)
    Created propose(Actor actor, @PathVariable String key, @RequestBody NewVersion version) {
        return new Created(desk.propose(
                actor, new RuleDesk.Draft(key, version.value(), version.from(), version.to(), version.basis())));
    }

    /** Before it is approved; the author as well as whoever would approve. */
    @PostMapping("/{key}/versions/{id}/withdrawal")
    @Permitted("rules.parameter.withdraw")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(Actor actor, @PathVariable UUID id, @RequestBody Withdrawal withdrawal) {
        desk.withdraw(actor, id, withdrawal.reason() == null ? "" : withdrawal.reason());
    }

    @PostMapping("/{key}/versions/{id}/approval")
    @Permitted("rules.parameter.approve")
    Listed approve(Actor actor, @PathVariable UUID id) {
        return Listed.of(desk.approve(actor, id));
    }
}
