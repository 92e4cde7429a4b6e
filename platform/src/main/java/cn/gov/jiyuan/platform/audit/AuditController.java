package cn.gov.jiyuan.platform.audit;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.jobs.LongJobs;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The audit trail for auditors: look, take away, have verified. */
@RestController
@RequestMapping("/api/audit")
class AuditController {
    private static final String VERIFY = "audit.chain.verify";
    private final AuditTrail trail;
    private final AuditDesk desk;

    AuditController(AuditTrail trail, AuditDesk desk) {
        this.trail = trail;
        this.desk = desk;
    }

    /** @param verification the last one asked for; null if there was none */
    record Chain(AuditTrail.Standing standing, @Nullable Verification verification) {}

    record Verification(
            String state,
            String stateLabel,
            String message,
            String askedBy,
            Instant askedAt,
            @Nullable Instant endedAt) {
        static Verification of(LongJobs.Job job) {
            return new Verification(
                    job.state().name(),
                    job.state().label(),
                    job.message(),
                    job.actor().name(),
                    job.submittedAt(),
                    job.endedAt());
        }
    }

    record Asked(UUID jobId) {}

    @GetMapping("/events")
    @Permitted(AuditTrail.READ)
    AuditTrail.Page events(
            Actor viewer,
            @RequestParam(required = false) @Nullable String subjectType,
            @RequestParam(required = false) @Nullable String subjectId,
            @RequestParam(required = false) @Nullable UUID actor,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        return trail.find(viewer, new AuditTrail.Query(subjectType, subjectId, actor, from, to, after, limit));
    }

    @GetMapping("/events/export")
    @Permitted("audit.event.export")
    ResponseEntity<StreamingResponseBody> export(
            Actor viewer,
            @RequestParam(required = false) @Nullable String subjectType,
            @RequestParam(required = false) @Nullable String subjectId,
            @RequestParam(required = false) @Nullable UUID actor,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to) {
        AuditTrail.Query query = new AuditTrail.Query(subjectType, subjectId, actor, from, to, null, 0);
        desk.announceExport(viewer, query);
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename("审计记录.csv", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(out -> desk.export(viewer, query, out));
    }

    @GetMapping("/chain")
    @Permitted(AuditTrail.READ)
    Chain chain() {
        return new Chain(
                trail.standing(), desk.lastVerification().map(Verification::of).orElse(null));
    }

    /** Verifies the chain from its first event, as a job in the background. */
    @PostMapping("/chain/verifications")
    @Permitted(VERIFY)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Asked verify(Actor actor) {
        return new Asked(desk.verify(actor));
    }
}
