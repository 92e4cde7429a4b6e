package cn.gov.jiyuan.data.opendata.release;

import cn.gov.jiyuan.contracts.catalogue.OpenType;
import cn.gov.jiyuan.contracts.catalogue.Resource;
import cn.gov.jiyuan.data.opendata.OpendataError;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.cases.Cases;
import cn.gov.jiyuan.platform.cases.NewCase;
import cn.gov.jiyuan.platform.hub.Datasets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers a resource of the catalogue for opening (登记), and lets its steward look before. */
@Service("opendata.Registration")
public class Registration {
    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_TEXT = 2000;
    private static final int PORTION = 200;
    private static final String REGISTER = "opendata.dataset.register";

    private final Sources sources;
    private final DatasetStore store;
    private final Gate gate;
    private final Datasets datasets;
    private final Cases cases;
    private final Access access;
    private final Clock clock;

    Registration(
            Sources sources,
            DatasetStore store,
            Gate gate,
            Datasets datasets,
            Cases cases,
            Access access,
            Clock clock) {
        this.sources = sources;
        this.store = store;
        this.gate = gate;
        this.datasets = datasets;
        this.cases = cases;
        this.access = access;
        this.clock = clock;
    }

    /**
     * What a steward fills in.
     *
     * @param columns names of the columns to be published; empty for all
     */
    public record Form(
            String resource,
            OpenType openType,
            @Nullable String title,
            @Nullable String description,
            Theme theme,
            List<String> keywords,
            List<String> columns,
            @Nullable LocalDate temporalFrom,
            @Nullable LocalDate temporalTo) {
        /** What a program left out is empty, and refused where it is needed. */
        public Form {
            resource = Objects.requireNonNullElse(resource, "");
            openType = Objects.requireNonNullElse(openType, OpenType.NONE);
            theme = Objects.requireNonNullElse(theme, Theme.GOVERNMENT);
            keywords = Objects.requireNonNullElse(keywords, List.of());
            columns = Objects.requireNonNullElse(columns, List.of());
        }
    }

    /** @param id its case has the same @param report what the gate found */
    public record Registered(UUID id, String identifier, GateReport report) {}

    /** A resource that could be opened. */
    public record Candidate(
            String code, String name, String unit, OpenType open, boolean mounted, boolean registered) {}

    /** Resources of the units within the actor's reach whose catalogue entry allows opening. */
    @Transactional(readOnly = true)
    public List<Candidate> candidates(Actor actor) {
        var reach = access.rows(actor, REGISTER);
        List<Candidate> found = new java.util.ArrayList<>();
        String after = "";
        List<Resource> portion;
        do {
            portion = sources.resources(after, PORTION);
            for (Resource resource : portion) {
                if (resource.open() != OpenType.NONE && reach.covers(resource.unitId(), null, null)) {
                    found.add(new Candidate(
                            resource.code(),
                            resource.name(),
                            resource.unitName(),
                            resource.open(),
                            resource.dataset() != null,
                            store.isTaken(resource.code())));
                }
            }
            after = portion.isEmpty() ? after : portion.getLast().code();
        } while (portion.size() == PORTION);
        return found;
    }

    /** What the gate would say, without registering anything. */
    @Transactional(readOnly = true)
    public Preview preview(Actor actor, String resource, List<String> columns) {
        Resource found = resource(actor, resource);
        Set<String> chosen = chosen(found, columns);
        Gate.Verdict verdict = gate.judge(dataset(found), chosen, List.of());
        return new Preview(found.name(), found.summary(), found.open(), verdict.plan(), verdict.report());
    }

    /** @param columns with the roles found */
    public record Preview(String name, String summary, OpenType open, List<OpenColumn> columns, GateReport report) {}

    @Transactional
    public Registered register(Actor actor, Form form) {
        Resource resource = resource(actor, form.resource());
        if (form.openType() == OpenType.NONE
                || resource.open() == OpenType.CONDITIONAL && form.openType() == OpenType.UNCONDITIONAL) {
            throw Fault.at(
                    "/openType",
                    OpendataError.NOT_OPEN,
                    resource.name(),
                    resource.open().label());
        }
        if (store.isTaken(resource.code())) {
            throw Fault.at("/resource", OpendataError.REGISTERED, resource.name());
        }
        Gate.Verdict verdict = gate.judge(dataset(resource), chosen(resource, form.columns()), List.of());
        if (verdict.plan().stream().noneMatch(OpenColumn::released)) {
            throw Fault.at("/columns", OpendataError.NO_COLUMNS);
        }
        Admission.check(verdict.report(), form.openType());
        LocalDate today = LocalDate.now(clock);
        String number = cases.nextNumber("KF" + today.format(DateTimeFormatter.BASIC_ISO_DATE), 4);
        String identifier = identifier(resource.code(), number);
        UUID id = cases.open(actor, opened(resource, form, number));
        OpenDataset dataset = new OpenDataset(
                id,
                identifier,
                number,
                resource.code(),
                resource.version(),
                dataset(resource),
                text("/title", form.title(), resource.name(), LONGEST_TITLE),
                text("/description", form.description(), resource.summary(), LONGEST_TEXT),
                form.theme(),
                form.keywords().stream()
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .toList(),
                resource.unitId(),
                resource.unitCode(),
                resource.unitName(),
                form.openType(),
                form.openType() == OpenType.CONDITIONAL ? Licence.AGREEMENT : Licence.OPEN,
                resource.cycle(),
                form.temporalFrom(),
                form.temporalTo(),
                "registered",
                0,
                null,
                null,
                null,
                null,
                "",
                resource.demo());
        store.insert(dataset, actor.personId(), clock.instant());
        store.columns(id, verdict.plan());
        store.checked(id, verdict.report(), clock.instant());
        return new Registered(id, identifier, verdict.report());
    }

    /** A draft whose description a publisher changes; nothing that is published changes by it. */
    @Transactional
    public void describe(Actor actor, String identifier, String title, String description, List<String> keywords) {
        OpenDataset dataset = store.find(identifier)
                .filter(found -> access.rows(actor, REGISTER).covers(found.unitId(), null, null))
                .orElseThrow(() -> new Fault(OpendataError.UNKNOWN, identifier));
        if (!dataset.state().equals("registered")) {
            throw new Fault(OpendataError.WRONG_STATE, dataset.title());
        }
        store.describe(
                dataset.id(),
                text("/title", title, dataset.title(), LONGEST_TITLE),
                text("/notes", description, dataset.description(), LONGEST_TEXT),
                dataset.theme(),
                keywords.isEmpty() ? dataset.keywords() : keywords);
    }

    /** The dataset within the actor's reach, in any state. */
    @Transactional(readOnly = true)
    public OpenDataset draft(Actor actor, String identifier) {
        return store.find(identifier)
                .filter(found -> access.rows(actor, "opendata.dataset.read").covers(found.unitId(), null, null))
                .orElseThrow(() -> new Fault(OpendataError.UNKNOWN, identifier));
    }

    /** The last verdict on a dataset, with its columns. */
    @Transactional(readOnly = true)
    public Checked checked(Actor actor, UUID id) {
        OpenDataset dataset = store.find(id)
                .filter(found -> access.rows(actor, "opendata.dataset.read").covers(found.unitId(), null, null))
                .orElseThrow(() -> new Fault(OpendataError.UNKNOWN, id));
        GateReport report = store.report(id)
                .map(json -> tools.jackson.databind.json.JsonMapper.shared().readValue(json, GateReport.class))
                .orElse(null);
        return new Checked(dataset, store.columns(id), report);
    }

    public record Checked(
            OpenDataset dataset,
            List<OpenColumn> columns,
            @Nullable GateReport report) {}

    private Resource resource(Actor actor, String code) {
        Resource resource =
                sources.resource(code).orElseThrow(() -> Fault.at("/resource", OpendataError.UNKNOWN_RESOURCE, code));
        if (!access.rows(actor, REGISTER).covers(resource.unitId(), null, null)) {
            throw Fault.at("/resource", OpendataError.UNKNOWN_RESOURCE, code);
        }
        if (resource.open() == OpenType.NONE) {
            throw Fault.at(
                    "/resource",
                    OpendataError.NOT_OPEN,
                    resource.name(),
                    resource.open().label());
        }
        return resource;
    }

    private static String dataset(Resource resource) {
        if (resource.dataset() == null) {
            throw Fault.at("/resource", OpendataError.NO_DATA, resource.name());
        }
        return resource.dataset();
    }

    private Set<String> chosen(Resource resource, List<String> columns) {
        Set<String> all = datasets.get(dataset(resource)).columns().stream()
                .map(column -> column.name())
                .collect(Collectors.toSet());
        if (columns.isEmpty()) {
            return all;
        }
        Set<String> chosen = new HashSet<>(columns);
        if (!all.containsAll(chosen)) {
            chosen.removeAll(all);
            throw Fault.at("/columns", OpendataError.BAD_CHOICE, chosen.toString());
        }
        return chosen;
    }

    private static String text(String pointer, @Nullable String given, String otherwise, int longest) {
        String text = given == null || given.isBlank() ? otherwise : given.strip();
        if (text.length() > longest) {
            throw Fault.at(pointer, OpendataError.TOO_LONG, longest);
        }
        return text;
    }

    /** The code in a form that is safe in an address; a second registration of the same resource gets its number, too. */
    private String identifier(String code, String number) {
        String plain = "jy-" + code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return store.find(plain).isEmpty() ? plain : plain + "-" + number.toLowerCase(Locale.ROOT);
    }

    private static NewCase opened(Resource resource, Form form, String number) {
        return new NewCase(
                DatasetType.ID,
                "开放数据集：" + resource.name(),
                number,
                resource.unitId(),
                null,
                resource.unitId(),
                resource.unitName(),
                NewCase.ApplicantKind.ORGANISATION,
                null,
                "resource:" + resource.code(),
                Map.of(
                        "resource",
                        resource.code(),
                        "openType",
                        form.openType().name(),
                        "openTypeText",
                        form.openType().label()),
                null,
                resource.demo());
    }
}
