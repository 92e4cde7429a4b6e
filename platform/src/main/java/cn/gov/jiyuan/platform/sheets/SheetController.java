package cn.gov.jiyuan.platform.sheets;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Imports of tables and their row-by-row reports. Who may do it is asked of each kind of import. */
@RestController
@RequestMapping("/api/sheets")
class SheetController {
    private final SheetImports imports;
    private final SheetStore store;

    SheetController(SheetImports imports, SheetStore store) {
        this.imports = imports;
        this.store = store;
    }

    /** A batch as shown. */
    record View(
            UUID id,
            String kind,
            String kindLabel,
            String fileName,
            boolean dryRun,
            String state,
            String stateLabel,
            @Nullable UUID jobId,
            long total,
            long good,
            long bad,
            @Nullable String message,
            String startedBy,
            Instant startedAt,
            @Nullable Instant endedAt) {
        static View of(SheetBatch batch, String label) {
            return new View(
                    batch.id(),
                    batch.kind(),
                    label,
                    batch.fileName(),
                    batch.dryRun(),
                    batch.state().name(),
                    batch.state().label(),
                    batch.jobId(),
                    batch.total(),
                    batch.good(),
                    batch.bad(),
                    batch.message(),
                    batch.startedByName(),
                    batch.startedAt(),
                    batch.endedAt());
        }
    }

    /** @param dryRun true to judge the rows only */
    @PostMapping("/{kind}/imports")
    @Permitted(Permitted.SIGNED_IN)
    @ResponseStatus(HttpStatus.ACCEPTED)
    View begin(
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "false") boolean dryRun,
            Actor actor) {
        if (file == null || file.isEmpty()) {
            throw Fault.at("/file", SheetsError.NO_FILE);
        }
        try (InputStream in = file.getInputStream()) {
            return one(imports.begin(actor, kind, String.valueOf(file.getOriginalFilename()), in, dryRun), actor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An empty table with the headings. */
    @GetMapping("/{kind}/template")
    @Permitted(Permitted.SIGNED_IN)
    ResponseEntity<byte[]> template(@PathVariable String kind) {
        SheetTaker taker = imports.taker(kind);
        String headings = taker.columns().stream().map(SheetColumn::heading).collect(Collectors.joining(","));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(taker.label() + "-模板.csv"))
                .body(("\uFEFF" + headings + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/{kind}/imports")
    @Permitted(Permitted.SIGNED_IN)
    List<View> newest(@PathVariable String kind, Actor actor) {
        String label = imports.taker(kind).label();
        return imports.newest(actor, kind).stream()
                .map(batch -> View.of(batch, label))
                .toList();
    }

    @GetMapping("/imports/{id}")
    @Permitted(Permitted.SIGNED_IN)
    View one(@PathVariable UUID id, Actor actor) {
        SheetBatch batch = imports.batch(actor, id);
        return View.of(batch, imports.taker(batch.kind()).label());
    }

    @GetMapping("/imports/{id}/rows")
    @Permitted(Permitted.SIGNED_IN)
    List<SheetRow.Outcome> rows(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "true") boolean bad,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(defaultValue = "100") int limit,
            Actor actor) {
        return store.rows(imports.batch(actor, id).id(), bad, after, Math.clamp(limit, 1, 1_000));
    }

    /** The row-by-row report as a table. @param bad only rows with errors */
    @GetMapping("/imports/{id}/report")
    @Permitted(Permitted.SIGNED_IN)
    ResponseEntity<StreamingResponseBody> report(
            @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean bad, Actor actor) {
        SheetBatch batch = imports.batch(actor, id);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        attachment("导入报告-" + batch.fileName().replaceAll("\\.[A-Za-z]+$", "") + ".csv"))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(out -> {
                    BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
                    writer.write("\uFEFF行号,结果,编码,名称,说明\r\n");
                    store.each(id, bad, row -> write(writer, row));
                    writer.flush();
                });
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }

    private static void write(BufferedWriter writer, SheetRow.Outcome row) {
        try {
            writer.write(row.line() + "," + (row.good() ? "合格" : "有误") + "," + quoted(row.key()) + ","
                    + quoted(row.name()) + "," + quoted(row.words()) + "\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Quoted; what a spreadsheet would take for a formula is made a text. */
    private static String quoted(String text) {
        String safe = text.matches("(?s)^[=+\\-@\\t\\r].*") ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
