package cn.gov.jiyuan.support.items;

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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Lists of items from spreadsheets, what came of each row, and where the province's list differs from ours. */
@RestController
@RequestMapping("/api/items")
class ImportApi {
    private final ItemImports imports;
    private final ImportStore store;
    private final Differences differences;

    ImportApi(ItemImports imports, ImportStore store, Differences differences) {
        this.imports = imports;
        this.store = store;
        this.differences = differences;
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
        static View of(ImportStore.Batch batch) {
            return new View(
                    batch.id(),
                    batch.kind().name(),
                    batch.kind().label(),
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

    record Line(int line, boolean good, String code, String name, String outcome) {}

    record Note(String note) {}

    /** @param kind CATALOGUE, ITEMS or PROVINCE @param dryRun true to judge the rows only */
    @PostMapping("/imports")
    @Permitted(ItemImports.RUN)
    @ResponseStatus(HttpStatus.ACCEPTED)
    View begin(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "ITEMS") ImportKind kind,
            @RequestParam(defaultValue = "false") boolean dryRun,
            Actor actor) {
        if (file == null || file.isEmpty()) {
            throw Fault.at("/file", ItemsError.ELEMENT_MISSING, "文件");
        }
        try (InputStream in = file.getInputStream()) {
            return one(imports.begin(actor, kind, String.valueOf(file.getOriginalFilename()), in, dryRun));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/imports")
    @Permitted(ItemImports.RUN)
    List<View> newest() {
        return imports.newest().stream().map(View::of).toList();
    }

    @GetMapping("/imports/{id}")
    @Permitted(ItemImports.RUN)
    View one(@PathVariable UUID id) {
        return View.of(imports.batch(id));
    }

    @GetMapping("/imports/{id}/rows")
    @Permitted(ItemImports.RUN)
    List<Line> rows(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "true") boolean bad,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(defaultValue = "100") int limit) {
        return store.rows(imports.batch(id).id(), bad, after, Math.clamp(limit, 1, 1_000)).stream()
                .map(row -> new Line(row.line(), row.good(), row.code(), row.name(), row.outcome()))
                .toList();
    }

    /** The row-by-row report as a table. @param bad only rows with errors */
    @GetMapping("/imports/{id}/report")
    @Permitted(ItemImports.RUN)
    ResponseEntity<StreamingResponseBody> report(
            @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean bad) {
        ImportStore.Batch batch = imports.batch(id);
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename("导入报告-" + batch.fileName().replaceAll("\\.[A-Za-z]+$", "") + ".csv", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(out -> {
                    BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
                    writer.write("\uFEFF行号,结果,编码,事项名称,说明\r\n");
                    store.each(id, bad, row -> write(writer, row));
                    writer.flush();
                });
    }

    private static void write(BufferedWriter writer, ImportStore.Row row) {
        try {
            writer.write(row.line() + "," + (row.good() ? "合格" : "有误") + "," + quoted(row.code()) + ","
                    + quoted(row.name()) + "," + quoted(row.outcome()) + "\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Quoted; what a spreadsheet would take for a formula is made a text. */
    private static String quoted(String text) {
        String safe = text.matches("(?s)^[=+\\-@\\t\\r].*") ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }

    @PostMapping("/differences/{id}/settle")
    @Permitted(Differences.SETTLE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void settle(@PathVariable UUID id, @RequestBody Note note, Actor actor) {
        differences.settle(actor, id, note.note());
    }
}
