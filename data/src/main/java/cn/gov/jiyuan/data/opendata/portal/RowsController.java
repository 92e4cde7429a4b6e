package cn.gov.jiyuan.data.opendata.portal;

import cn.gov.jiyuan.data.opendata.access.ApiKeys;
import cn.gov.jiyuan.data.opendata.access.CallGate;
import cn.gov.jiyuan.data.opendata.release.OpenDataset;
import cn.gov.jiyuan.data.opendata.release.Rows;
import cn.gov.jiyuan.data.opendata.release.Shelf;
import cn.gov.jiyuan.data.opendata.release.Version;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.access.Permitted;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Rows of open datasets as JSON, with or without a key. */
@RestController("opendata.RowsController")
class RowsController {
    private static final String GONE = "opendata.gone";

    private final Shelf shelf;
    private final Rows rows;
    private final CallGate gate;
    private final ApiKeys keys;

    RowsController(Shelf shelf, Rows rows, CallGate gate, ApiKeys keys) {
        this.shelf = shelf;
        this.rows = rows;
        this.gate = gate;
        this.keys = keys;
    }

    /** The rows of the version in force. */
    @GetMapping("/api/open/datasets/{identifier:[a-z0-9-]+}/rows")
    @Permitted(Permitted.PUBLIC)
    ResponseEntity<?> rows(
            @PathVariable String identifier,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(defaultValue = "0") long offset,
            HttpServletRequest request) {
        OpenDataset known = shelf.find(identifier).orElse(null);
        if (known != null && known.gone()) {
            return problem(HttpStatus.GONE, GONE, "“" + known.title() + "”已停止提供：" + known.stopReason());
        }
        OpenDataset dataset = shelf.offered(identifier);
        CallGate.Verdict verdict = gate.pass(request, dataset);
        if (verdict instanceof CallGate.Verdict.Refused refused) {
            return tooMany(refused);
        }
        Version version = shelf.version(dataset, dataset.version());
        return ResponseEntity.ok(rows.ask(version, new Rows.Question(Map.of(), q, List.of(), sort, limit, offset)));
    }

    private static ResponseEntity<ProblemDetail> tooMany(CallGate.Verdict.Refused refused) {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(HttpStatus.TOO_MANY_REQUESTS, refused.words());
        detail.setType(URI.create("urn:jiyuan:error:opendata.quota"));
        detail.setProperty("code", "opendata.quota");
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(refused.retryAfter()))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String code, String words) {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, words);
        detail.setType(URI.create("urn:jiyuan:error:" + code));
        detail.setProperty("code", code);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }

    record Quota(long quota) {}

    /** A higher or lower quota for one key (提额). */
    @PostMapping("/api/opendata/desk/keys/{id}/quota")
    @Permitted("opendata.service.moderate")
    void quota(Actor actor, @PathVariable UUID id, @RequestBody Quota quota) {
        keys.quota(actor, id, quota.quota());
    }
}
