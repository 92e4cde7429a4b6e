package cn.gov.jiyuan.data.exchange.collecting;

import cn.gov.jiyuan.data.exchange.collecting.reading.CellFault;
import cn.gov.jiyuan.data.exchange.collecting.reading.RowSink;
import cn.gov.jiyuan.data.exchange.collecting.reading.SourceColumn;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.hub.Dataset;
import cn.gov.jiyuan.platform.hub.Landing;
import cn.gov.jiyuan.platform.jobs.Progress;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes the rows of one batch: good ones into the landing, bad ones into quarantine, all of them counted. */
final class Intake implements RowSink {
    private static final int PORTION = 500;
    private static final int SHOWN = 4_000;

    private final CollectTask task;
    private final Batch batch;
    private final Dataset dataset;
    private final Landing landing;
    private final QuarantineStore quarantine;
    private final Terms terms;
    private final Progress progress;
    private final Instant at;
    private final boolean told;
    private final List<Rejected> waiting = new ArrayList<>();
    private final List<Rejected.Problem> problems = new ArrayList<>();
    private @Nullable RowMapper mapper;
    private int area = -1;
    private long in;
    private long ok;
    private long rejected;
    private long elsewhere;
    private long kept;
    private boolean cancelled;

    /**
     * What the rules of the day say.
     *
     * @param share of rejected rows above which nothing is landed @param kept how many rejected rows are kept
     * @param area which rows stay here; null for all
     * @param constants values of columns that the batch itself gives
     */
    record Terms(BigDecimal share, long kept, @Nullable AreaRule area, Map<String, Object> constants) {}

    /** @param told whether the source tells all its columns before the first row, as a table does and JSON does not */
    Intake(
            CollectTask task,
            Batch batch,
            Dataset dataset,
            Landing landing,
            QuarantineStore quarantine,
            Terms terms,
            Progress progress,
            Instant at,
            boolean told) {
        this.task = task;
        this.batch = batch;
        this.dataset = dataset;
        this.landing = landing;
        this.quarantine = quarantine;
        this.terms = terms;
        this.progress = progress;
        this.at = at;
        this.told = told;
    }

    @Override
    public void columns(List<SourceColumn> columns) {
        mapper = new RowMapper(dataset, task.mappings(), columns, terms.constants());
        if (told) {
            checkMissing(mapper);
        }
        checkTypes(columns);
        AreaRule rule = terms.area();
        area = rule == null ? -1 : RowMapper.places(columns).getOrDefault(rule.column(), -1);
        if (rule != null && area < 0 && told) {
            throw new Fault(CollectingError.STRUCTURE, "没有区划列“" + rule.column() + "”");
        }
    }

    private static void checkMissing(RowMapper mapper) {
        List<String> missing = mapper.missing();
        if (!missing.isEmpty()) {
            throw new Fault(CollectingError.STRUCTURE, "缺少列“" + String.join("”“", missing) + "”");
        }
    }

    private void checkTypes(List<SourceColumn> columns) {
        Map<String, String> before = new HashMap<>();
        task.structure().forEach(column -> before.put(column.name(), column.type()));
        for (SourceColumn column : columns) {
            String old = before.getOrDefault(column.name(), "");
            boolean mapped = task.mappings().stream().anyMatch(one -> one.from().equals(column.name()));
            if (mapped && !old.isEmpty() && !column.type().isEmpty() && !old.equals(column.type())) {
                throw new Fault(
                        CollectingError.STRUCTURE,
                        "列“" + column.name() + "”的类型由 " + old + " 变为 " + column.type());
            }
        }
    }

    @Override
    public boolean row(long line, @Nullable Object[] cells) {
        RowMapper own = java.util.Objects.requireNonNull(mapper);
        in++;
        problems.clear();
        if (terms.area() == null || stays(terms.area(), line, cells, own)) {
            @Nullable Object[] row = own.map(cells, problems);
            if (problems.isEmpty()) {
                landing.row(row);
                ok++;
            } else {
                reject(line, own.reason(), problems, named(own, cells), own);
            }
        }
        return tick();
    }

    /** Replaces a former code by the present one; quarantines what is not ours. */
    private boolean stays(AreaRule rule, long line, @Nullable Object[] cells, RowMapper own) {
        Object cell = area < 0 || area >= cells.length ? null : cells[area];
        String code = cell == null ? "" : cell.toString().strip();
        String local = AreaRule.isCode(code) ? rule.local(code) : null;
        if (local != null) {
            cells[area] = local;
            return true;
        }
        boolean foreign = AreaRule.isCode(code);
        elsewhere += foreign ? 1 : 0;
        reject(
                line,
                foreign ? Rejected.Reason.FOREIGN_AREA : Rejected.Reason.NO_AREA,
                List.of(new Rejected.Problem(
                        rule.column(), foreign ? "“" + code + "”是外地区划，只接收 " + rule.local().getFirst() : "没有区划代码或者不是区划代码")),
                named(own, cells),
                own);
        return false;
    }

    @Override
    public boolean broken(long line, String raw, String reason) {
        in++;
        reject(
                line,
                Rejected.Reason.BROKEN,
                List.of(new Rejected.Problem("", "第 " + line + " 行" + reason)),
                Map.of("", raw),
                mapper);
        return tick();
    }

    private boolean tick() {
        if (in % 1_000 == 0) {
            progress.advance(1_000);
            cancelled = progress.cancelled();
        }
        return !cancelled;
    }

    private void reject(
            long line,
            Rejected.Reason reason,
            List<Rejected.Problem> why,
            Map<String, String> cells,
            @Nullable RowMapper own) {
        rejected++;
        if (kept == terms.kept()) {
            return;
        }
        kept++;
        waiting.add(new Rejected(
                Ids.next(),
                batch.id(),
                task.id(),
                task.unitId(),
                line,
                reason,
                List.copyOf(why),
                shown(cells, own),
                cells,
                Rejected.State.WAITING,
                null,
                batch.demo()));
        if (waiting.size() == PORTION) {
            flush();
        }
    }

    private static Map<String, String> named(RowMapper own, @Nullable Object[] cells) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < cells.length && i < own.columns().size(); i++) {
            Object cell = cells[i];
            named.put(
                    own.columns().get(i).name(),
                    cell == null ? "" : cell instanceof CellFault ? "" : cell.toString());
        }
        return named;
    }

    /** Personal cells are masked to their ends; a line that could not be read may hold anything and shows its length. */
    static String shown(Map<String, String> cells, @Nullable RowMapper own) {
        StringBuilder text = new StringBuilder();
        cells.forEach((name, value) -> {
            if (name.isEmpty() || own == null) {
                text.append("（原文 ").append(value.length()).append(" 个字符，已加密保存）");
            } else {
                text.append(text.isEmpty() ? "" : "；").append(name).append("：");
                text.append(own.personal(name) ? masked(value) : value);
            }
        });
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text.toString();
    }

    private static String masked(String value) {
        int length = value.codePointCount(0, value.length());
        if (length <= 1) {
            return "*".repeat(length);
        }
        int head = value.offsetByCodePoints(0, length >= 8 ? 3 : 1);
        int tail = length >= 8 ? value.offsetByCodePoints(0, length - 2) : value.length();
        int hidden = value.codePointCount(head, tail);
        return value.substring(0, head) + "*".repeat(hidden) + value.substring(tail);
    }

    private void flush() {
        quarantine.add(waiting, at);
        waiting.clear();
    }

    /**
     * All rows were read.
     *
     * @return false if somebody asked to stop
     * @throws Fault where the batch as a whole cannot be taken
     */
    boolean end() {
        flush();
        progress.advance(in % 1_000);
        if (cancelled) {
            return false;
        }
        if (!told && mapper != null && !task.structure().isEmpty()) {
            List<String> known =
                    task.structure().stream().map(SourceColumn::name).toList();
            List<String> gone = mapper.missing().stream().filter(known::contains).toList();
            if (!gone.isEmpty()) {
                throw new Fault(CollectingError.STRUCTURE, "缺少列“" + String.join("”“", gone) + "”");
            }
        }
        long bad = rejected - elsewhere;
        boolean tooMany = BigDecimal.valueOf(bad).compareTo(terms.share().multiply(BigDecimal.valueOf(in))) > 0;
        if (bad > 0 && tooMany) {
            throw new Fault(CollectingError.TOO_MANY_REJECTS, in, bad, percent(terms.share()));
        }
        return true;
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }

    /** Columns that the source has beyond those known; worth a note, not a stop. */
    List<String> additions() {
        if (mapper == null || task.structure().isEmpty()) {
            return List.of();
        }
        List<String> known = task.structure().stream().map(SourceColumn::name).toList();
        return mapper.columns().stream()
                .map(SourceColumn::name)
                .filter(name -> !known.contains(name))
                .toList();
    }

    List<SourceColumn> structure() {
        return mapper == null ? List.of() : mapper.columns();
    }

    long in() {
        return in;
    }

    long ok() {
        return ok;
    }

    long rejected() {
        return rejected;
    }
}
