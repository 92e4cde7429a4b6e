package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.contracts.items.ItemContent;
import cn.gov.jiyuan.contracts.items.ItemGuide;
import cn.gov.jiyuan.contracts.items.ItemType;
import cn.gov.jiyuan.contracts.items.ProcessKind;
import cn.gov.jiyuan.kernel.code.ItemImplementationCode;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.time.LegalTerm;
import cn.gov.jiyuan.platform.access.RowScope;
import cn.gov.jiyuan.platform.parties.Unit;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Judges rows of imported lists: everything wrong with a row is said at once (逐行校验). */
final class ImportRules {
    private final Map<String, Unit> units = new HashMap<>();
    private final Function<String, Optional<StandingStore.Entry>> catalogue;
    private final Predicate<String> known;
    private final RowScope reach;
    private final LocalDate today;

    /**
     * @param known whether an item with the code is there already
     * @param reach units for which the person may import
     */
    ImportRules(
            List<Unit> offices,
            Function<String, Optional<StandingStore.Entry>> catalogue,
            Predicate<String> known,
            RowScope reach,
            LocalDate today) {
        for (Unit unit : offices) {
            List.of(unit.code(), unit.name(), unit.shortName(), unit.uscc())
                    .forEach(key -> units.putIfAbsent(key, unit));
        }
        this.catalogue = catalogue;
        this.known = known;
        this.reach = reach;
        this.today = today;
    }

    /** What came of a row. @param problems empty if it is good */
    record Verdict<T>(@Nullable T value, List<String> problems) {
        boolean good() {
            return problems.isEmpty();
        }
    }

    /** An entry of the basic catalogue. */
    record CatalogueEntry(
            String code,
            String name,
            String type,
            String origin,
            @Nullable LocalDate cancelledOn) {}

    Verdict<CatalogueEntry> catalogueEntry(ImportedRow row) {
        List<String> problems = new ArrayList<>();
        String code = row.get(ImportColumn.BASIC_CODE);
        String name = row.get(ImportColumn.NAME);
        name(name, problems);
        OddCode.ofBasic(code).ifPresent(problems::add);
        if (problems.isEmpty()) {
            type(row, code.substring(2, 4), problems);
        }
        LocalDate cancelledOn = date(row.get(ImportColumn.CANCELLED_ON), problems);
        if (!problems.isEmpty()) {
            return new Verdict<>(null, problems);
        }
        String origin = code.startsWith("00") ? "NATION" : "PROVINCE";
        return new Verdict<>(new CatalogueEntry(code, name, code.substring(2, 4), origin, cancelledOn), problems);
    }

    /** A row of the province's list: only that it can be compared. */
    Verdict<String> provinceItem(ImportedRow row) {
        List<String> problems = new ArrayList<>();
        name(row.get(ImportColumn.NAME), problems);
        OddCode.ofImplementation(row.get(ImportColumn.CODE)).ifPresent(problems::add);
        return new Verdict<>(row.get(ImportColumn.CODE), problems);
    }

    Verdict<ItemGuide> item(ImportedRow row) {
        List<String> problems = new ArrayList<>();
        name(row.get(ImportColumn.NAME), problems);
        String code = row.get(ImportColumn.CODE);
        Unit unit;
        String basic;
        if (code.isBlank()) {
            unit = unit(row.get(ImportColumn.UNIT), problems);
            basic = row.get(ImportColumn.BASIC_CODE);
            OddCode.ofBasic(basic).ifPresent(problems::add);
        } else {
            Optional<String> odd = OddCode.ofImplementation(code);
            odd.ifPresent(problems::add);
            unit = odd.isPresent() ? null : coded(ItemImplementationCode.parse(code), row, problems);
            basic = odd.isPresent() ? "" : code.substring(19);
        }
        StandingStore.Entry entry = problems.isEmpty() ? entry(basic, row, problems) : null;
        Content content = content(row, problems);
        if (unit == null || entry == null || !problems.isEmpty()) {
            return new Verdict<>(null, problems);
        }
        ItemGuide guide = Claims.guide(unit, entry, content.over(Claims.empty(entry)));
        if (known.test(guide.code())) {
            problems.add("重复：实施编码 " + guide.code() + " 已经有了");
            return new Verdict<>(null, problems);
        }
        return new Verdict<>(guide, problems);
    }

    Optional<Unit> unitOf(String code) {
        return Optional.ofNullable(units.get(code));
    }

    private @Nullable Unit coded(ItemImplementationCode code, ImportedRow row, List<String> problems) {
        Unit unit = units.get(code.authority().value());
        if (unit == null) {
            problems.add("实施编码中的统一社会信用代码 " + code.authority().value() + " 不是本地机构");
            return null;
        }
        if (unit.level() != code.level()) {
            problems.add("行使层级 " + code.level() + " 与" + unit.shortName() + "的层级 " + unit.level() + " 不一致");
        }
        String named = row.get(ImportColumn.UNIT);
        if (!named.isBlank() && units.containsKey(named) && !unit.equals(units.get(named))) {
            problems.add("实施编码属于" + unit.shortName() + "，实施主体却写的是“" + named + "”");
        }
        return reached(unit, problems);
    }

    private @Nullable Unit unit(String name, List<String> problems) {
        Unit unit = units.get(name);
        if (unit == null) {
            problems.add(name.isBlank() ? "没有实施主体" : "实施主体“" + name + "”不在本地机构表中");
            return null;
        }
        return reached(unit, problems);
    }

    private Unit reached(Unit unit, List<String> problems) {
        if (!reach.covers(unit.id(), null, unit.areaCode())) {
            problems.add("不能替" + unit.shortName() + "导入，它不在您的范围内");
        }
        return unit;
    }

    private StandingStore.@Nullable Entry entry(String basic, ImportedRow row, List<String> problems) {
        Optional<StandingStore.Entry> found = catalogue.apply(basic);
        if (found.isEmpty()) {
            problems.add("基本编码 " + basic + " 不在基本目录中");
            return null;
        }
        LocalDate cancelled = found.get().cancelledOn();
        if (cancelled != null && !cancelled.isAfter(today)) {
            problems.add("基本编码 " + basic + " 已于 " + cancelled + " 取消");
        }
        type(row, basic.substring(2, 4), problems);
        return found.get();
    }

    private static void name(String name, List<String> problems) {
        if (name.isBlank()) {
            problems.add("没有事项名称");
        } else if (name.length() > 200) {
            problems.add("事项名称超过 200 字");
        }
    }

    /** The type, where the list states it, must be that of the code. */
    private static void type(ImportedRow row, String coded, List<String> problems) {
        String text = row.get(ImportColumn.TYPE);
        if (ItemType.ofCode(coded).isEmpty()) {
            problems.add("编码第 3、4 位 " + coded + " 不是事项类型");
            return;
        }
        if (text.isBlank()) {
            return;
        }
        String digits = text.length() == 1 ? "0" + text : text;
        Optional<ItemType> stated = ItemType.ofCode(digits)
                .or(() -> Arrays.stream(ItemType.values())
                        .filter(type ->
                                type.label().equals(text) || type.label().equals("其他行政权力") && text.equals("其他"))
                        .findFirst());
        if (stated.isEmpty()) {
            problems.add("事项类型“" + text + "”无法识别");
        } else if (!stated.get().code().equals(coded)) {
            problems.add("事项类型“" + stated.get().label() + "”与编码第 3、4 位 " + coded + " 不一致");
        }
    }

    private static @Nullable LocalDate date(String text, List<String> problems) {
        try {
            return text.isBlank()
                    ? null
                    : LocalDate.parse(text.replace('/', '-').replace('.', '-'));
        } catch (DateTimeParseException e) {
            problems.add("日期“" + text + "”无法识别，应写成 2026-01-31");
            return null;
        }
    }

    /** Elements that a row states. */
    private record Content(
            ImportedRow row,
            @Nullable LegalTerm legal,
            @Nullable LegalTerm promise,
            @Nullable ProcessKind kind,
            @Nullable Integer visits,
            @Nullable Boolean online) {

        /** The empty content of the entry with what the row states put in. */
        ItemContent over(ItemContent empty) {
            ItemContent.Handling handling = empty.handling();
            ItemContent.Basics basics = empty.basics();
            LegalTerm law = legal == null ? empty.terms().legal() : legal;
            return new ItemContent(
                    new ItemContent.Basics(
                            row.get(ImportColumn.NAME),
                            basics.summary(),
                            basics.type(),
                            basics.unitNature(),
                            basics.powerSource(),
                            texts(row.get(ImportColumn.SERVICE_OBJECTS)),
                            List.of(),
                            null,
                            null,
                            "",
                            row.get(ImportColumn.RESULT)),
                    new ItemContent.Terms(law, promise == null ? law : promise, null),
                    List.of(),
                    texts(row.get(ImportColumn.CONDITIONS)),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    empty.contacts(),
                    new ItemContent.Handling(
                            kind == null ? handling.kind() : kind,
                            online != null && online,
                            handling.onlineDepth(),
                            visits == null ? handling.visits() : visits,
                            List.of(),
                            "",
                            false,
                            false,
                            null,
                            null,
                            null,
                            null,
                            null),
                    empty.topics(),
                    List.of(),
                    empty.situations());
        }

        private static List<String> texts(String cell) {
            return Arrays.stream(cell.split("[；;\n]", -1))
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .toList();
        }
    }

    private static Content content(ImportedRow row, List<String> problems) {
        LegalTerm legal = term(row.get(ImportColumn.LEGAL), "法定时限", problems);
        LegalTerm promise = term(row.get(ImportColumn.PROMISE), "承诺时限", problems);
        if (legal != null && promise != null && TermLength.exceeds(promise, legal)) {
            problems.add("承诺时限 " + promise.text() + " 超过法定时限 " + legal.text());
        }
        return new Content(
                row,
                legal,
                promise,
                kind(row.get(ImportColumn.KIND), problems),
                visits(row.get(ImportColumn.VISITS), problems),
                flag(row.get(ImportColumn.ONLINE), problems));
    }

    private static @Nullable LegalTerm term(String text, String name, List<String> problems) {
        if (text.isBlank()) {
            return null;
        }
        try {
            return text.matches("[0-9]{1,5}")
                    ? LegalTerm.workdays(Integer.parseInt(text))
                    : text.equals("当场办结") ? LegalTerm.workdays(0) : LegalTerm.parse(text);
        } catch (Fault e) {
            problems.add(name + "“" + text + "”无法识别，应写成“20 个工作日”");
            return null;
        }
    }

    private static @Nullable ProcessKind kind(String text, List<String> problems) {
        if (text.isBlank()) {
            return null;
        }
        Optional<ProcessKind> kind = Arrays.stream(ProcessKind.values())
                .filter(k -> k.label().equals(text)
                        || k.name().equals(text)
                        || String.valueOf(k.ordinal() + 1).equals(text))
                .findFirst();
        if (kind.isEmpty()) {
            problems.add("办件类型“" + text + "”无法识别，应为即办件、承诺件或者告知承诺");
        }
        return kind.orElse(null);
    }

    private static @Nullable Integer visits(String text, List<String> problems) {
        String digits = text.replace("次", "").strip();
        if (digits.isEmpty()) {
            return null;
        }
        if (!digits.matches("[0-9]{1,2}")) {
            problems.add("到现场次数“" + text + "”应为 0 至 99 的整数");
            return null;
        }
        return Integer.valueOf(digits);
    }

    private static @Nullable Boolean flag(String text, List<String> problems) {
        return switch (text) {
            case "" -> null;
            case "是", "1", "true", "TRUE" -> true;
            case "否", "0", "false", "FALSE" -> false;
            default -> {
                problems.add("“" + text + "”应填是或者否");
                yield null;
            }
        };
    }
}
