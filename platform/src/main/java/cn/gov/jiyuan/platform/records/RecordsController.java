package cn.gov.jiyuan.platform.records;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.access.Permitted;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists and records as JSON. Which type an actor may use is asked inside, by the permissions of its descriptor. */
@RestController
@RequestMapping("/api/records")
class RecordsController {
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"?([0-9]{1,18})\"?");
    private final Records records;
    private final Access access;

    RecordsController(Records records, Access access) {
        this.records = records;
        this.access = access;
    }

    /** @param count number of rows in the actor's sight, in words; empty unless asked for */
    record TypeView(String id, String name, String count) {}

    record Purpose(String purpose) {}

    record Changes(
            @Nullable Map<String, String> seen, @Nullable Map<String, String> values) {}

    @GetMapping
    @Permitted(Permitted.SIGNED_IN)
    List<TypeView> types(Actor actor, @RequestParam(defaultValue = "false") boolean counts) {
        return records.types(actor).stream()
                .map(type -> new TypeView(type.id(), type.name(), counts ? count(actor, type) : ""))
                .toList();
    }

    private String count(Actor actor, RecordType type) {
        return records.totals(actor, type, RecordQuery.all(type)).text();
    }

    @GetMapping("/{type}")
    @Permitted(Permitted.SIGNED_IN)
    RecordPage page(Actor actor, @PathVariable String type, @RequestParam MultiValueMap<String, String> parameters) {
        RecordType found = records.type(actor, type);
        return records.page(actor, found, RecordQuery.parse(found, parameters));
    }

    @GetMapping("/{type}/descriptor")
    @Permitted(Permitted.SIGNED_IN)
    Descriptor descriptor(Actor actor, @PathVariable String type) {
        RecordType found = records.type(actor, type);
        return Descriptor.of(actor, found, records.columns(actor, found), access);
    }

    @GetMapping("/{type}/facets")
    @Permitted(Permitted.SIGNED_IN)
    List<Facet> facets(Actor actor, @PathVariable String type, @RequestParam MultiValueMap<String, String> parameters) {
        RecordType found = records.type(actor, type);
        return records.facets(actor, found, RecordQuery.parse(found, parameters));
    }

    @GetMapping("/{type}/{id}")
    @Permitted(Permitted.SIGNED_IN)
    ResponseEntity<RecordRow> one(Actor actor, @PathVariable String type, @PathVariable String id) {
        return tagged(records.one(actor, records.type(actor, type), id));
    }

    /** In clear; a POST, because it leaves a trace that the person concerned can see. */
    @PostMapping("/{type}/{id}/in-clear")
    @Permitted(Permitted.SIGNED_IN)
    RecordRow inClear(Actor actor, @PathVariable String type, @PathVariable String id, @RequestBody Purpose purpose) {
        return records.inClear(actor, records.type(actor, type), id, purpose.purpose());
    }

    @GetMapping("/{type}/{id}/history")
    @Permitted(Permitted.SIGNED_IN)
    List<HistoryEntry> history(Actor actor, @PathVariable String type, @PathVariable String id) {
        return records.history(actor, records.type(actor, type), id);
    }

    @PutMapping("/{type}/{id}")
    @Permitted(Permitted.SIGNED_IN)
    ResponseEntity<RecordRow> update(
            Actor actor,
            @PathVariable String type,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", defaultValue = "") String seenVersion,
            @RequestBody Changes changes) {
        Matcher tag = TAG.matcher(seenVersion.strip());
        if (!tag.matches()) {
            throw new Fault(RecordsError.VERSION);
        }
        Edit edit = new Edit(id, Long.parseLong(tag.group(1)), orEmpty(changes.seen()), orEmpty(changes.values()));
        return tagged(records.update(actor, records.type(actor, type), edit));
    }

    private static Map<String, String> orEmpty(@Nullable Map<String, String> given) {
        return given == null ? Map.of() : given;
    }

    private static ResponseEntity<RecordRow> tagged(RecordRow row) {
        return row.version() == 0
                ? ResponseEntity.ok(row)
                : ResponseEntity.ok().eTag("\"" + row.version() + "\"").body(row);
    }
}
