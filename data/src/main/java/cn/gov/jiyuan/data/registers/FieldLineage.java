package cn.gov.jiyuan.data.registers;

import cn.gov.jiyuan.contracts.exchange.CollectedBatches;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.hub.DataColumn;
import cn.gov.jiyuan.platform.hub.DataSession;
import cn.gov.jiyuan.platform.hub.DataType;
import cn.gov.jiyuan.platform.hub.Dataset;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.hub.HubError;
import cn.gov.jiyuan.platform.hub.RowPlace;
import cn.gov.jiyuan.platform.hub.Snapshot;
import cn.gov.jiyuan.platform.hub.pipeline.Origin;
import cn.gov.jiyuan.platform.hub.pipeline.Pipeline;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where one field of a subject came from (数据项来历): the version that wrote it, the run that made that version, the records
 * of the department it was taken from, and of each record the dataset, batch, row and file.
 */
@Component
@Transactional(readOnly = true)
class FieldLineage {
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]*");
    private static final int RECORDS = 5;

    private final PersonStore persons;
    private final LegalStore legals;
    private final SubjectStore subjects;
    private final RegisterColumns columns;
    private final RegisterRuns declared;
    private final RunStore runs;
    private final Datasets datasets;
    private final CollectedBatches batches;
    private final Units units;

    FieldLineage(
            PersonStore persons,
            LegalStore legals,
            SubjectStore subjects,
            RegisterColumns columns,
            RegisterRuns declared,
            RunStore runs,
            Datasets datasets,
            CollectedBatches batches,
            Units units) {
        this.persons = persons;
        this.legals = legals;
        this.subjects = subjects;
        this.columns = columns;
        this.declared = declared;
        this.runs = runs;
        this.datasets = datasets;
        this.batches = batches;
        this.units = units;
    }

    /**
     * The way of one field.
     *
     * @param source department it was taken from @param version version that wrote it
     * @param run null if an official wrote it here himself
     * @param cleared the versions of the datasets that the run read or made are no longer kept
     */
    record Way(
            String field,
            String title,
            String source,
            int version,
            String reason,
            String by,
            Instant at,
            @Nullable Made run,
            List<Source> records,
            boolean cleared) {}

    /** @param dataset the dataset of golden records @param column its column */
    record Made(UUID id, Instant at, String dataset, String title, String column, long snapshot) {}

    /**
     * A record of the department.
     *
     * @param columns columns the field is made of @param via 0 by its number, 1 by comparison, 2 alone
     * @param score sum of the weights of the comparison
     * @param row place in the batch; null where it is not kept
     */
    record Source(
            String dataset,
            String title,
            List<String> columns,
            long record,
            long via,
            @Nullable BigDecimal score,
            @Nullable String batch,
            @Nullable Long row,
            @Nullable Long rows,
            @Nullable Instant landedAt,
            CollectedBatches.@Nullable Collected file) {}

    /** The version that wrote the value which a field has now. */
    private record Written(int version, String source, String reason, String by, Instant at) {}

    Way ofPerson(UUID asked, String field) {
        UUID root = subjects.root(asked);
        if (!PersonFacts.FIELDS.contains(field)) {
            throw new Fault(RegistersError.UNKNOWN_FIELD, field);
        }
        List<PersonVersion> versions = persons.versions(root);
        if (versions.isEmpty()) {
            throw new Fault(RegistersError.UNKNOWN_PERSON);
        }
        PersonVersion from = versions.getFirst();
        for (PersonVersion one : versions) {
            if (!Objects.equals(
                    one.facts().get(field), versions.getFirst().facts().get(field))) {
                break;
            }
            from = one;
        }
        Written written = new Written(
                from.version(),
                from.sources().getOrDefault(field, ""),
                from.reason(),
                from.recordedBy(),
                from.recordedAt());
        String number = from.facts().idNumber();
        return way(
                PersonPipeline.NAME,
                field,
                FieldSources.title(field),
                PersonLoad.columnOf(field),
                written,
                number == null ? null : Long.valueOf(number.substring(0, 17)),
                root);
    }

    Way ofLegal(UUID asked, String field) {
        UUID root = subjects.root(asked);
        if (!LegalFacts.FIELDS.contains(field)) {
            throw new Fault(RegistersError.UNKNOWN_FIELD, field);
        }
        List<LegalVersion> versions = legals.versions(root);
        if (versions.isEmpty()) {
            throw new Fault(RegistersError.UNKNOWN_LEGAL);
        }
        LegalVersion from = versions.getFirst();
        for (LegalVersion one : versions) {
            if (!one.facts().get(field).equals(versions.getFirst().facts().get(field))) {
                break;
            }
            from = one;
        }
        Written written = new Written(
                from.version(),
                from.sources().getOrDefault(field, ""),
                from.reason(),
                from.recordedBy(),
                from.recordedAt());
        String code = from.facts().get("uscc");
        return way(
                FirmPipeline.NAME,
                field,
                LegalFacts.title(field),
                LegalLoad.columnOf(field),
                written,
                code.isEmpty() ? null : code,
                root);
    }

    private Way way(
            String name,
            String field,
            String title,
            String column,
            Written written,
            @Nullable Object key,
            UUID subject) {
        Pipeline pipeline = declared.declared(name);
        Optional<RunStore.Run> run =
                written.by().equals(GoldenLoad.WRITER) ? runs.before(name, written.at()) : Optional.empty();
        List<Source> records = new ArrayList<>();
        boolean cleared = false;
        if (run.isPresent()) {
            try {
                records.addAll(records(pipeline, run.get(), column, written.source(), key, subject));
            } catch (Fault fault) {
                if (fault.code() != HubError.UNKNOWN_SNAPSHOT) {
                    throw fault;
                }
                cleared = true;
            }
        }
        return new Way(
                field,
                title,
                department(written.source()),
                written.version(),
                written.reason(),
                written.by(),
                written.at(),
                run.map(one -> new Made(
                                one.id(),
                                one.startedAt(),
                                pipeline.target().dataset(),
                                pipeline.target().title(),
                                column,
                                one.snapshot()))
                        .orElse(null),
                records,
                cleared);
    }

    private List<Source> records(
            Pipeline pipeline, RunStore.Run run, String column, String source, @Nullable Object known, UUID subject) {
        Long number = run.sources().get(source);
        Optional<Origin> origin = pipeline.origins().stream()
                .filter(one -> one.code().equals(source))
                .findFirst();
        Object key = known == null ? substitute(pipeline, run, subject) : known;
        if (number == null || origin.isEmpty() || key == null) {
            return List.of();
        }
        String landing = RegisterRuns.landing(pipeline.name(), source);
        Dataset dataset = datasets.get(landing);
        Snapshot read = datasets.snapshot(landing, number);
        Set<String> names = dataset.columns().stream().map(DataColumn::name).collect(Collectors.toSet());
        List<String> used = named(origin.get().cleaning().getOrDefault(column, keyColumn(origin.get(), column)), names);
        String recordColumn = named(origin.get().record(), names).getFirst();
        List<Source> found = new ArrayList<>();
        Snapshot members = datasets.snapshot(pipeline.members().name(), run.members());
        try (DataSession session = datasets.open(Map.of("data", members))) {
            for (DataSession.Row row : session.all(
                    "select record, via, score from data where key = ? and origin = ? order by record limit " + RECORDS,
                    key,
                    source)) {
                found.add(source(dataset, read, used, recordColumn, row));
            }
        }
        return found;
    }

    /** The number itself stands in none of the fields but in what the key is made of. */
    private static String keyColumn(Origin origin, String column) {
        return column.equals("id_no") || column.equals("uscc")
                ? origin.cleaning().getOrDefault("id_no", origin.cleaning().getOrDefault("told", ""))
                : "";
    }

    private static List<String> named(String expression, Set<String> columns) {
        return WORD.matcher(expression)
                .results()
                .map(MatchResult::group)
                .filter(columns::contains)
                .distinct()
                .toList();
    }

    private Source source(Dataset dataset, Snapshot read, List<String> used, String recordColumn, DataSession.Row row) {
        long record = row.number("record");
        Object value = dataset.column(recordColumn).type() == DataType.TEXT ? String.valueOf(record) : record;
        Optional<RowPlace> place =
                datasets.places(read, recordColumn, value, 1).stream().findFirst();
        return new Source(
                dataset.name(),
                dataset.title(),
                used.stream().map(name -> dataset.column(name).title()).toList(),
                record,
                row.number("via"),
                (BigDecimal) row.get("score"),
                place.map(RowPlace::batchNo).orElse(null),
                place.map(RowPlace::row).orElse(null),
                place.map(RowPlace::rows).orElse(null),
                place.map(RowPlace::landedAt).orElse(null),
                place.flatMap(one -> batches.find(dataset.name(), one.batchNo()))
                        .orElse(null));
    }

    /** The key of a subject without a number is nowhere kept in clear: of those in the dataset it is the one that fits. */
    private @Nullable Object substitute(Pipeline pipeline, RunStore.Run run, UUID subject) {
        Set<String> blinds = Set.copyOf(subjects.keys(subjects.family(subject)));
        if (blinds.isEmpty()) {
            return null;
        }
        boolean whole = pipeline.keyType() == DataType.INTEGER;
        Map<String, Object> fitting = new HashMap<>();
        Snapshot golden = datasets.snapshot(pipeline.target().dataset(), run.snapshot());
        try (DataSession session = datasets.open(Map.of("data", golden))) {
            session.each("select key from data where " + (whole ? "key < 0" : "key like '~%'"), List.of(), row -> {
                Object key = Objects.requireNonNull(row.get("key"));
                if (blinds.contains(SubjectStore.hex(columns.blindIdentifier("KEY", key.toString())))) {
                    fitting.put("key", key);
                }
            });
        }
        return fitting.get("key");
    }

    private String department(String code) {
        return code.isEmpty()
                ? ""
                : units.byCode(code).map(Unit::shortName).orElse(code.equals("platform") ? "本平台" : code);
    }
}
