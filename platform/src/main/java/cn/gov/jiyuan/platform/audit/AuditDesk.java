package cn.gov.jiyuan.platform.audit;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.jobs.LongJobs;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** What auditors do beyond looking: take events away as a file, have the chain verified. Both leave a trace themselves. */
final class AuditDesk {
    private static final String TRAIL = "audit.trail";
    private final AuditTrail trail;
    private final Audit audit;
    private final LongJobs jobs;
    private final TransactionTemplate transaction;

    AuditDesk(AuditTrail trail, Audit audit, LongJobs jobs, TransactionTemplate transaction) {
        this.trail = trail;
        this.audit = audit;
        this.jobs = jobs;
        this.transaction = transaction;
    }

    UUID verify(Actor actor) {
        return Objects.requireNonNull(transaction.execute(status -> {
            audit.record(actor, new AuditEvent("audit.verify", TRAIL, "chain", "校验审计链", Map.of()));
            return jobs.submit(VerifyWork.KIND, "校验审计链", actor, "");
        }));
    }

    Optional<LongJobs.Job> lastVerification() {
        return jobs.newestOf(VerifyWork.KIND);
    }

    /** Writes down that events are taken away, before the first of them leaves. */
    void announceExport(Actor actor, AuditTrail.Query query) {
        String what = Stream.of(
                        named("对象", query.subjectType() == null ? query.subjectId() : query.subjectType()),
                        named("行为人", query.actorId()),
                        named("自", query.from()),
                        named("至", query.to()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("，"));
        transaction.executeWithoutResult(status -> audit.record(
                actor,
                new AuditEvent(
                        "audit.export", TRAIL, "export", "导出审计记录（" + (what.isEmpty() ? "全部" : what) + "）", Map.of())));
    }

    private static String named(String name, @Nullable Object value) {
        return value == null ? "" : name + " " + value;
    }

    /** CSV in UTF-8, newest first; the reader's memory and ours do not grow with it. */
    void export(Actor actor, AuditTrail.Query query, OutputStream out) throws IOException {
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write("\uFEFF时间,行为人,身份,单位,动作,对象类型,对象编号,摘要,链上位置\r\n");
        trail.each(actor, query, entry -> write(writer, entry));
        writer.flush();
    }

    private static void write(BufferedWriter writer, AuditTrail.Entry entry) {
        Long position = entry.position();
        String line = Stream.of(
                        entry.at().toString(),
                        entry.actorName(),
                        entry.principalName(),
                        entry.unitName() == null ? "" : entry.unitName(),
                        entry.action(),
                        entry.subjectType(),
                        entry.subjectId(),
                        entry.summary(),
                        position == null ? "待封存" : position.toString())
                .map(AuditDesk::quoted)
                .collect(Collectors.joining(","));
        try {
            writer.write(line + "\r\n");
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
