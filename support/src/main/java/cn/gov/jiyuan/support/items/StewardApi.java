package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.contracts.items.ItemGuide;
import cn.gov.jiyuan.contracts.items.ItemVersionRef;
import cn.gov.jiyuan.contracts.items.VersionState;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
import tools.jackson.databind.JsonNode;

/** The stewards' desk: draft, edit, check, submit, publish, compare, cancel. */
@RestController
@RequestMapping("/api/items/desk/{code}")
class StewardApi {
    private static final String READ = "items.item.read";
    private final Stewardship stewardship;
    private final ItemStore store;
    private final OpinionStore opinions;

    StewardApi(Stewardship stewardship, ItemStore store, OpinionStore opinions) {
        this.stewardship = stewardship;
        this.store = store;
        this.opinions = opinions;
    }

    /** @param actions ids of the actions that the state allows */
    record VersionLine(
            int number,
            VersionState state,
            String stateLabel,
            @Nullable LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo,
            String editedBy,
            Instant editedAt,
            @Nullable String publishedBy,
            @Nullable Instant publishedAt,
            @Nullable String note,
            List<String> actions) {
        static VersionLine of(StoredVersion version) {
            return new VersionLine(
                    version.guide().version(),
                    version.state(),
                    version.state().label(),
                    version.guide().effectiveFrom(),
                    version.guide().effectiveTo(),
                    version.editedByName(),
                    version.editedAt(),
                    version.publishedByName(),
                    version.publishedAt(),
                    version.note(),
                    VersionAction.of(version.state()).stream().map(Enum::name).toList());
        }
    }

    record VersionDetail(int revision, VersionLine line, ItemGuide guide) {}

    /** What an editor sends back: the whole content, with the revision he had before him. */
    record Edition(
            int revision,
            @Nullable LocalDate effectiveFrom,
            @Nullable String note,
            JsonNode content) {}

    record Gap(String pointer, String code, String message) {}

    record Reason(String reason) {}

    /** @param note what the reviewer found; may be left out */
    record Remark(@Nullable String note) {}

    record Cancellation(LocalDate on, String reason) {}

    @GetMapping("/versions")
    @Permitted(READ)
    List<VersionLine> versions(@PathVariable String code) {
        return store.versions(code).stream().map(VersionLine::of).toList();
    }

    @GetMapping("/versions/{number}")
    @Permitted(READ)
    VersionDetail version(@PathVariable String code, @PathVariable int number) {
        StoredVersion version = known(code, number);
        return new VersionDetail(version.revision(), VersionLine.of(version), version.guide());
    }

    @PostMapping("/versions")
    @Permitted(Stewardship.EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    ItemVersionRef draft(@PathVariable String code, Actor actor) {
        return stewardship.draft(actor, code);
    }

    @PutMapping("/versions/{number}")
    @Permitted(Stewardship.EDIT)
    VersionDetail save(@PathVariable String code, @PathVariable int number, @RequestBody Edition edition, Actor actor) {
        ItemVersionRef ref = new ItemVersionRef(code, number);
        stewardship.save(
                actor,
                ref,
                edition.revision(),
                ContentJson.accept(edition.content()),
                edition.effectiveFrom(),
                edition.note());
        return version(code, number);
    }

    @DeleteMapping("/versions/{number}")
    @Permitted(Stewardship.EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable String code, @PathVariable int number, Actor actor) {
        stewardship.discard(actor, new ItemVersionRef(code, number));
    }

    /** What the version still lacks; empty if it may be submitted. */
    @GetMapping("/versions/{number}/check")
    @Permitted(READ)
    List<Gap> check(@PathVariable String code, @PathVariable int number) {
        return stewardship.check(new ItemVersionRef(code, number)).stream()
                .map(s -> new Gap(s.pointer(), s.error().code(), stewardship.sentence(s)))
                .toList();
    }

    @PostMapping("/versions/{number}/submit")
    @Permitted(Stewardship.EDIT)
    VersionDetail submit(@PathVariable String code, @PathVariable int number, Actor actor) {
        stewardship.submit(actor, new ItemVersionRef(code, number));
        return version(code, number);
    }

    /** The department's own review. */
    @PostMapping("/versions/{number}/pass")
    @Permitted(Stewardship.REVIEW)
    VersionDetail pass(
            @PathVariable String code,
            @PathVariable int number,
            @RequestBody(required = false) @Nullable Remark remark,
            Actor actor) {
        stewardship.pass(actor, new ItemVersionRef(code, number), remark == null ? null : remark.note());
        return version(code, number);
    }

    /** The review of lawfulness. */
    @PostMapping("/versions/{number}/clear")
    @Permitted("items.version.legal")
    VersionDetail clear(
            @PathVariable String code,
            @PathVariable int number,
            @RequestBody(required = false) @Nullable Remark remark,
            Actor actor) {
        stewardship.clear(actor, new ItemVersionRef(code, number), remark == null ? null : remark.note());
        return version(code, number);
    }

    /** Who did what with the version. */
    @GetMapping("/versions/{number}/opinions")
    @Permitted(READ)
    List<OpinionStore.Opinion> opinions(@PathVariable String code, @PathVariable int number) {
        return opinions.of(known(code, number).id());
    }

    @PostMapping("/versions/{number}/return")
    @Permitted("items.version.return")
    VersionDetail giveBack(
            @PathVariable String code, @PathVariable int number, @RequestBody Reason reason, Actor actor) {
        stewardship.returnToDraft(actor, new ItemVersionRef(code, number), reason.reason());
        return version(code, number);
    }

    @PostMapping("/versions/{number}/publish")
    @Permitted("items.version.publish")
    VersionDetail publish(@PathVariable String code, @PathVariable int number, Actor actor) {
        stewardship.publish(actor, new ItemVersionRef(code, number));
        return version(code, number);
    }

    /** Differences from one version to another, element by element. */
    @GetMapping("/diff")
    @Permitted(READ)
    List<ElementDiff.Change> diff(@PathVariable String code, @RequestParam int from, @RequestParam int to) {
        return ElementDiff.between(known(code, from).content(), known(code, to).content());
    }

    @PostMapping("/cancel")
    @Permitted("items.version.cancel")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable String code, @RequestBody Cancellation cancellation, Actor actor) {
        stewardship.cancel(actor, code, cancellation.on(), cancellation.reason());
    }

    private StoredVersion known(String code, int number) {
        ItemVersionRef ref = new ItemVersionRef(code, number);
        return store.version(ref).orElseThrow(() -> new Fault(ItemsError.UNKNOWN, ref.toString()));
    }
}
