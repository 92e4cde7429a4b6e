package cn.gov.jiyuan.data.stewardship.standards;

import cn.gov.jiyuan.data.stewardship.DatasetReach;
import cn.gov.jiyuan.data.stewardship.StewardshipError;
import cn.gov.jiyuan.data.stewardship.StewardshipTrail;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.hub.DataColumn;
import cn.gov.jiyuan.platform.hub.DataType;
import cn.gov.jiyuan.platform.hub.Dataset;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The standards of data (数据标准): elements in versions, code tables, and which column follows which element. */
@Service
public class DataStandards {
    private static final String EDIT = "stewardship.standard.edit";
    private static final int SAME = 100;
    private static final int ALIAS = 90;
    private static final int PART = 60;
    private static final int OTHER_TYPE = 20;

    private final DataStandardStore store;
    private final DatasetReach reach;
    private final StewardshipTrail trail;
    private final Clock clock;

    DataStandards(DataStandardStore store, DatasetReach reach, StewardshipTrail trail, Clock clock) {
        this.store = store;
        this.reach = reach;
        this.trail = trail;
        this.clock = clock;
    }

    /** A draft of an element; null fields are taken from the version in force. */
    record Draft(
            @Nullable String identifier,
            @Nullable String name,
            @Nullable String english,
            @Nullable DataType type,
            @Nullable Integer length,
            @Nullable String valueRange,
            @Nullable String codeTable,
            @Nullable String unitCode,
            @Nullable String standard,
            @Nullable List<String> aliases,
            @Nullable Boolean personal) {}

    /**
     * An element that a column may follow (对标建议).
     *
     * @param points of 100 @param why in Chinese
     */
    record Suggestion(
            String column, String title, @Nullable DataElement element, int points, String why, boolean confirmed) {}

    public List<String> codes(String table) {
        return store.codes(table);
    }

    /** Values that people write, brought to the codes of a table (归一); what is unknown stays as it is written. */
    public String code(String table, String unitCode, String value) {
        String written = value.strip();
        String mapped = store.mappings(table, unitCode).get(written);
        if (mapped != null) {
            return mapped;
        }
        return store.labels(table).entrySet().stream()
                .filter(entry -> entry.getValue().equals(written))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(written);
    }

    /** All mappings of a unit at once, labels included, for many values. */
    public Map<String, String> reading(String table, String unitCode) {
        Map<String, String> reading = new java.util.LinkedHashMap<>();
        store.labels(table).forEach((code, label) -> reading.put(label, code));
        reading.putAll(store.mappings(table, unitCode));
        return reading;
    }

    public Map<String, String> labels(String table) {
        return store.labels(table);
    }

    public Optional<DataElement> element(String identifier) {
        return store.inForce().stream()
                .filter(one -> one.identifier().equals(identifier))
                .findFirst();
    }

    /** Confirmed elements by column. */
    public Map<String, String> confirmed(String dataset) {
        return store.columns(dataset);
    }

    @Transactional
    public DataElement propose(Actor actor, Draft draft) {
        String identifier = wanted(draft.identifier(), "identifier", "标识符");
        DataElement last = element(identifier).orElse(null);
        DataElement element = new DataElement(
                Ids.next(),
                identifier,
                store.versions(identifier) + 1,
                wanted(draft.name() == null && last != null ? last.name() : draft.name(), "name", "中文名称"),
                wanted(draft.english() == null && last != null ? last.english() : draft.english(), "english", "英文名称"),
                draft.type() == null
                        ? last == null ? DataType.TEXT.name() : last.type()
                        : draft.type().name(),
                Objects.requireNonNullElse(draft.length(), last == null ? 0 : last.length()),
                Objects.requireNonNullElse(draft.valueRange(), last == null ? "" : last.valueRange()),
                draft.codeTable() == null && last != null ? last.codeTable() : draft.codeTable(),
                draft.unitCode() == null && last != null ? last.unitCode() : draft.unitCode(),
                Objects.requireNonNullElse(draft.standard(), last == null ? "" : last.standard()),
                Objects.requireNonNullElse(draft.aliases(), last == null ? List.of() : last.aliases()),
                Objects.requireNonNullElse(draft.personal(), last != null && last.personal()),
                "DRAFT",
                actor.personId());
        store.insert(element, actor.name(), clock.instant());
        record(actor, "propose", "起草数据元", element);
        return element;
    }

    @Transactional
    public DataElement approve(Actor actor, UUID id) {
        DataElement element = store.find(id).orElseThrow(() -> new Fault(StewardshipError.UNKNOWN, id));
        if (!element.state().equals("DRAFT")) {
            throw new Fault(StewardshipError.NOT_A_DRAFT);
        }
        if (actor.personId().equals(element.proposedBy())) {
            throw new Fault(StewardshipError.OWN_DRAFT);
        }
        store.approve(element, actor.name(), clock.instant());
        record(actor, "approve", "批准数据元", element);
        return store.find(id).orElseThrow();
    }

    @Transactional
    public void map(Actor actor, String table, String unitCode, String value, String code) {
        if (!store.labels(table).containsKey(code)) {
            throw Fault.at("/code", StewardshipError.UNKNOWN_CODE, table, code);
        }
        store.map(table, unitCode, wanted(value, "value", "来源写法").strip(), code, actor.name(), clock.instant());
        trail.record(
                actor,
                "code",
                "map",
                table,
                "登记代码对照：" + table + " “" + value + "”→" + code,
                Map.of("unit", unitCode, "code", code));
    }

    /** The best element for each column: as confirmed, else by name, title and type. */
    List<Suggestion> suggestions(Actor actor, String name) {
        Dataset dataset = reach.get(actor, "stewardship.standard.read", name);
        Map<String, String> confirmed = store.columns(name);
        List<DataElement> elements = store.inForce();
        return dataset.columns().stream()
                .map(column -> suggestion(column, confirmed.get(column.name()), elements))
                .toList();
    }

    private static Suggestion suggestion(DataColumn column, @Nullable String confirmed, List<DataElement> elements) {
        if (confirmed != null) {
            DataElement element = elements.stream()
                    .filter(one -> one.identifier().equals(confirmed))
                    .findFirst()
                    .orElse(null);
            return new Suggestion(column.name(), column.title(), element, SAME, "已由人工确认", true);
        }
        return elements.stream()
                .map(element -> judged(column, element))
                .filter(one -> one.points() > 0)
                .max(Comparator.comparingInt(Suggestion::points))
                .orElse(new Suggestion(column.name(), column.title(), null, 0, "没有相近的数据元", false));
    }

    private static Suggestion judged(DataColumn column, DataElement element) {
        String name = column.name().toLowerCase(Locale.ROOT);
        int points = 0;
        String why = "";
        if (column.title().equals(element.name())) {
            points = SAME;
            why = "中文名称与数据元相同";
        } else if (element.aliases().contains(name) || element.aliases().contains(column.title())) {
            points = ALIAS;
            why = "列名是数据元的常用名";
        } else if (column.title().length() > 1
                && (element.name().contains(column.title()) || column.title().contains(element.name()))) {
            points = PART;
            why = "中文名称相近";
        }
        if (points > 0 && !element.type().equals(column.type().name())) {
            points -= OTHER_TYPE;
            why += "；类型不同：列为" + column.type().label() + "，数据元为"
                    + DataType.valueOf(element.type()).label();
        }
        return new Suggestion(column.name(), column.title(), element, points, why, false);
    }

    @Transactional
    public void confirm(Actor actor, String name, String column, String identifier) {
        Dataset dataset = reach.get(actor, EDIT, name);
        reach.require(actor, "stewardship.grading.confirm", reach.unit(dataset), name);
        dataset.column(column);
        DataElement element = element(identifier)
                .orElseThrow(() -> Fault.at("/element", StewardshipError.UNKNOWN_ELEMENT, identifier));
        store.confirm(name, column, identifier, reach.unit(dataset), actor.name(), clock.instant());
        trail.record(
                actor,
                "column",
                "follow",
                name + "." + column,
                "确认对标：" + dataset.title() + " " + column + " 采用数据元 " + element.name(),
                Map.of("element", identifier));
    }

    private void record(Actor actor, String verb, String words, DataElement element) {
        trail.record(
                actor,
                "element",
                verb,
                element.id().toString(),
                words + "：" + element.identifier() + " " + element.name() + " 第 " + element.version() + " 版",
                Map.of("type", element.type(), "standard", element.standard()));
    }

    private static String wanted(@Nullable String value, String place, String title) {
        if (value == null || value.isBlank()) {
            throw Fault.at("/" + place, StewardshipError.BAD_RULE, "没有填写" + title);
        }
        return value;
    }
}
