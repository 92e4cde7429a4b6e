package cn.gov.jiyuan.data.exchange.collecting;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.hub.DataColumn;
import cn.gov.jiyuan.platform.hub.Dataset;
import cn.gov.jiyuan.platform.hub.Datasets;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The stewards' desk of collecting: tasks, previews, batches. */
@RestController
@RequestMapping("/api/exchange/collecting")
class CollectingApi {
    private final CollectTasks tasks;
    private final Batches batches;
    private final BatchStore store;
    private final QuarantineStore quarantine;
    private final Preview previews;
    private final Drops drops;
    private final Datasets datasets;

    CollectingApi(
            CollectTasks tasks,
            Batches batches,
            BatchStore store,
            QuarantineStore quarantine,
            Preview previews,
            Drops drops,
            Datasets datasets) {
        this.tasks = tasks;
        this.batches = batches;
        this.store = store;
        this.quarantine = quarantine;
        this.previews = previews;
        this.drops = drops;
        this.datasets = datasets;
    }

    /** @param drop folder for large files; null for a task that fetches by itself @param columns of the dataset */
    record TaskView(
            UUID id,
            String code,
            String name,
            String unit,
            SourceSpec source,
            String dataset,
            String mode,
            List<ColumnMapping> mappings,
            String schedule,
            String state,
            String stateLabel,
            String stateReason,
            @Nullable Instant nextRunAt,
            int version,
            @Nullable String drop,
            List<CollectTasks.TargetColumn> columns,
            List<Choice> actions,
            List<BatchView> batches) {}

    record Choice(String id, String label) {}

    record BatchView(
            UUID id,
            String number,
            String state,
            String stateLabel,
            String origin,
            String dataset,
            long rowIn,
            long rowOk,
            long rowReject,
            long rowRemoved,
            long bytes,
            String checksum,
            @Nullable Long declaredRows,
            String message,
            @Nullable UUID jobId,
            Instant startedAt,
            @Nullable Instant endedAt,
            Map<String, Long> reasons) {
        static BatchView of(Batch batch, Map<String, Long> reasons) {
            return new BatchView(
                    batch.id(),
                    batch.number(),
                    batch.state().name(),
                    batch.state().label(),
                    batch.origin().name(),
                    batch.dataset(),
                    batch.counts().in(),
                    batch.counts().ok(),
                    batch.counts().rejected(),
                    batch.counts().removed(),
                    batch.counts().bytes(),
                    batch.counts().checksum(),
                    batch.declaredRows(),
                    batch.message(),
                    batch.jobId(),
                    batch.startedAt(),
                    batch.endedAt(),
                    reasons);
        }
    }

    record Reason(@Nullable String reason) {
        String text() {
            return reason == null ? "" : reason.strip();
        }
    }

    record Looked(SourceSpec source, @Nullable String secret, @Nullable String dataset) {}

    /** Words for the choices of the form. */
    @GetMapping("/choices")
    @Permitted("exchange.task.read")
    Map<String, List<Choice>> choices() {
        Map<String, List<Choice>> choices = new LinkedHashMap<>();
        choices.put(
                "cleanings",
                Arrays.stream(Cleaning.values()).map(c -> new Choice(c.name(), c.label())).toList());
        choices.put(
                "types",
                Arrays.stream(cn.gov.jiyuan.platform.hub.DataType.values())
                        .map(type -> new Choice(type.name(), type.label()))
                        .toList());
        choices.put(
                "kinds",
                Arrays.stream(SourceKind.values()).map(k -> new Choice(k.name(), k.label())).toList());
        return choices;
    }

    @PostMapping("/tasks")
    @Permitted(CollectTasks.DEFINE)
    @ResponseStatus(HttpStatus.CREATED)
    TaskView define(Actor actor, @RequestBody CollectTasks.Draft draft) {
        return view(tasks.define(actor, draft));
    }

    @PutMapping("/tasks/{id}")
    @Permitted(CollectTasks.DEFINE)
    TaskView change(Actor actor, @PathVariable UUID id, @RequestBody CollectTasks.Draft draft) {
        return view(tasks.change(actor, id, draft));
    }

    @GetMapping("/tasks/{id}")
    @Permitted("exchange.task.read")
    TaskView task(Actor actor, @PathVariable UUID id) {
        return view(tasks.get(actor, id, "exchange.task.read"));
    }

    @PostMapping("/tasks/{id}/{action}")
    @Permitted(CollectTasks.RUN)
    TaskView act(Actor actor, @PathVariable UUID id, @PathVariable String action, @RequestBody Reason reason) {
        TaskState.Action named = Arrays.stream(TaskState.Action.values())
                .filter(one -> one.name().equalsIgnoreCase(action))
                .findFirst()
                .orElseThrow(() -> new Fault(CollectingError.UNKNOWN));
        return view(tasks.act(actor, id, named, reason.text()));
    }

    /** Fetches now. */
    @PostMapping("/tasks/{id}/batches")
    @Permitted(CollectTasks.RUN)
    @ResponseStatus(HttpStatus.ACCEPTED)
    BatchView fetch(Actor actor, @PathVariable UUID id) {
        return BatchView.of(batches.fetch(actor, id), Map.of());
    }

    /** Takes a file. @param number of the batch, as the sender numbers @param rows as declared @param sm3 as declared */
    @PostMapping("/tasks/{id}/files")
    @Permitted(CollectTasks.RUN)
    @ResponseStatus(HttpStatus.ACCEPTED)
    BatchView handIn(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable Long rows,
            @RequestParam(required = false) @Nullable String sm3,
            @RequestParam(required = false) @Nullable LocalDate asOf) {
        Batches.Declared declared = new Batches.Declared(number, rows, sm3, asOf);
        try (InputStream in = content(file)) {
            String name = file == null ? "" : String.valueOf(file.getOriginalFilename());
            return BatchView.of(batches.handIn(actor, id, name, in, declared), Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream content(@Nullable MultipartFile file) throws IOException {
        if (file == null || file.isEmpty()) {
            throw Fault.at("/file", CollectingError.MISSING, "文件");
        }
        return file.getInputStream();
    }

    @PostMapping("/previews/file")
    @Permitted(CollectTasks.DEFINE)
    Preview.Seen previewFile(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String rowsAt,
            @RequestParam(required = false) @Nullable String dataset) {
        try (InputStream in = content(file)) {
            Path copy = Files.createTempFile("collect-preview", ".tmp");
            try {
                Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
                String name = file == null ? "" : String.valueOf(file.getOriginalFilename());
                return previews.ofFile(copy, name, rowsAt, dataset);
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PostMapping("/previews/source")
    @Permitted(CollectTasks.DEFINE)
    Preview.Seen previewSource(@RequestBody Looked looked) {
        return previews.of(looked.source(), looked.secret(), looked.dataset());
    }

    @GetMapping("/batches/{id}")
    @Permitted(Batches.READ)
    BatchView batch(Actor actor, @PathVariable UUID id) {
        return BatchView.of(batches.get(actor, id, Batches.READ), quarantine.reasons(id));
    }

    @PostMapping("/batches/{id}/retry")
    @Permitted(CollectTasks.RUN)
    @ResponseStatus(HttpStatus.ACCEPTED)
    BatchView retry(Actor actor, @PathVariable UUID id) {
        return BatchView.of(batches.retry(actor, id), Map.of());
    }

    private TaskView view(CollectTask task) {
        List<DataColumn> columns =
                datasets.find(task.dataset()).map(Dataset::columns).orElse(List.of());
        return new TaskView(
                task.id(),
                task.code(),
                task.name(),
                task.unitCode(),
                task.source(),
                task.dataset(),
                task.mode().name(),
                task.mappings(),
                task.schedule().text(),
                task.state().name(),
                task.state().label(),
                task.stateReason(),
                task.nextRunAt(),
                task.version(),
                task.source().sort().handedIn() ? drops.folder(task).toString() : null,
                columns.stream()
                        .map(one -> new CollectTasks.TargetColumn(one.name(), one.title(), one.type(), one.personal()))
                        .toList(),
                Arrays.stream(TaskState.Action.values())
                        .filter(action -> action.byPeople()
                                && action.from(task.state()).isPresent())
                        .map(action -> new Choice(action.name(), action.label()))
                        .toList(),
                store.ofTask(task.id(), 20).stream()
                        .map(batch -> BatchView.of(batch, Map.of()))
                        .toList());
    }
}
