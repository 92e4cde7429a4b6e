package cn.gov.jiyuan.data.exchange.collecting;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.access.Permitted;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Rejected rows: the report of a batch, one row as it came, corrected rows handed in again. */
@RestController
@RequestMapping("/api/exchange/collecting")
class QuarantineApi {
    private final Batches batches;
    private final QuarantineStore store;
    private final Corrections corrections;

    QuarantineApi(Batches batches, QuarantineStore store, Corrections corrections) {
        this.batches = batches;
        this.store = store;
        this.corrections = corrections;
    }

    record RowView(
            UUID id,
            long line,
            String reason,
            List<Rejected.Problem> problems,
            Map<String, String> cells,
            String state) {}

    record Rows(List<Corrections.Corrected> rows) {}

    record Reason(@Nullable String reason) {}

    /** The report of a batch, row by row, personal data masked. */
    @GetMapping("/batches/{id}/rejects.csv")
    @Permitted("exchange.reject.export")
    ResponseEntity<StreamingResponseBody> report(Actor actor, @PathVariable UUID id) {
        Batch batch = batches.get(actor, id, "exchange.reject.export");
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename("拒收行-" + batch.number() + ".csv", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(out -> {
                    BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
                    writer.write("\uFEFF行号,原因类别,逐格原因,原行内容,状态\r\n");
                    store.each(id, row -> write(writer, row));
                    writer.flush();
                });
    }

    private static void write(BufferedWriter writer, Rejected row) {
        String why = row.problems().stream().map(Rejected.Problem::toString).collect(Collectors.joining("；"));
        try {
            writer.write(row.line() + "," + row.reason().label() + "," + quoted(why) + "," + quoted(row.shown()) + ","
                    + row.state().label() + "\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Quoted; what a spreadsheet would take for a formula is made a text. */
    private static String quoted(String text) {
        String safe = text.matches("(?s)^[=+\\-@\\t\\r].*") ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }

    @GetMapping("/rejects/{id}")
    @Permitted(Corrections.CORRECT)
    RowView row(Actor actor, @PathVariable UUID id) {
        Rejected row = corrections.look(actor, id);
        return new RowView(
                row.id(), row.line(), row.reason().label(), row.problems(), row.cells(), row.state().name());
    }

    /** Lands corrected rows of one batch. */
    @PostMapping("/rejects/corrections")
    @Permitted(Corrections.CORRECT)
    @ResponseStatus(HttpStatus.CREATED)
    CollectingApi.BatchView correct(Actor actor, @RequestBody Rows rows) {
        return CollectingApi.BatchView.of(corrections.correct(actor, rows.rows()), Map.of());
    }

    @PostMapping("/rejects/{id}/drop")
    @Permitted(Corrections.CORRECT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void drop(Actor actor, @PathVariable UUID id, @RequestBody Reason reason) {
        corrections.drop(actor, id, reason.reason() == null ? "" : reason.reason());
    }
}
