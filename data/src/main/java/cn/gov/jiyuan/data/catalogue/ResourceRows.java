package cn.gov.jiyuan.data.catalogue;

import cn.gov.jiyuan.contracts.catalogue.OpenType;
import cn.gov.jiyuan.contracts.catalogue.ResourceItem;
import cn.gov.jiyuan.contracts.catalogue.SharingType;
import cn.gov.jiyuan.contracts.catalogue.UpdateCycle;
import cn.gov.jiyuan.platform.access.RowScope;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.sheets.SheetRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Judges the lines of one entry in an imported table: everything wrong with a line is said at once (逐行校验). */
final class ResourceRows {
    private final Map<String, Unit> units = new HashMap<>();
    private final RowScope reach;
    private final Predicate<String> directory;
    private final Function<String, Optional<String>> directoryOf;
    private final BiFunction<UUID, String, Optional<String>> named;
    private final Set<String> seen = new HashSet<>();

    /** @param directory whether a code is a class in which entries may stand @param named code of the entry of that name */
    ResourceRows(
            List<Unit> offices,
            RowScope reach,
            Predicate<String> directory,
            Function<String, Optional<String>> directoryOf,
            BiFunction<UUID, String, Optional<String>> named) {
        for (Unit unit : offices) {
            List.of(unit.code(), unit.name(), unit.shortName(), unit.uscc())
                    .forEach(key -> units.putIfAbsent(key, unit));
        }
        this.reach = reach;
        this.directory = directory;
        this.directoryOf = directoryOf;
        this.named = named;
    }

    /** An entry to be made. */
    record Wanted(Unit unit, String classCode, Content content) {}

    /** What came of the lines of an entry. @param problems by line; empty if it is good */
    record Verdict(@Nullable Wanted wanted, Map<Integer, List<String>> problems) {
        List<String> problemsOf(int line) {
            return problems.getOrDefault(line, List.of("同一条目录的其他行有误，整条没有导入"));
        }
    }

    Verdict judge(List<SheetRow> rows) {
        SheetRow first = rows.getFirst();
        Map<Integer, List<String>> problems = new HashMap<>();
        List<String> here = problems.computeIfAbsent(first.line(), line -> new ArrayList<>());
        Unit unit = unit(first, here);
        String name = first.get("name").strip();
        if (name.isEmpty()) {
            here.add("没有信息资源名称，也没有可以接续的上一行");
        }
        if (unit != null) {
            if (!seen.add(unit.code() + "\n" + name)) {
                here.add("重复：" + unit.shortName() + "的“" + name + "”在本文件中已经出现过");
            }
            named.apply(unit.id(), name).ifPresent(code -> here.add("重复：本单位已有同名的信息资源 " + code));
        }
        String classCode = classCode(first, unit, here);
        List<ResourceItem> items = items(rows, problems);
        Content content = content(first, name, items, here);
        problems.values().removeIf(List::isEmpty);
        boolean good = problems.isEmpty() && unit != null;
        return new Verdict(good && unit != null ? new Wanted(unit, classCode, content) : null, problems);
    }

    private @Nullable Unit unit(SheetRow row, List<String> problems) {
        String text = row.get("unit").strip();
        String uscc = row.get("uscc").strip();
        Unit unit = units.get(text);
        if (unit == null) {
            problems.add(text.isEmpty() ? "没有信息资源提供方" : "提供方“" + text + "”不在本地机构表中");
            return null;
        }
        if (!uscc.isEmpty() && !uscc.equals(unit.uscc())) {
            problems.add("提供方代码 " + uscc + " 不是" + unit.shortName() + "的（应为 " + unit.uscc() + "）");
        }
        if (!reach.covers(unit.id(), null, unit.areaCode())) {
            problems.add("不能替" + unit.shortName() + "导入，它不在您的范围内");
        }
        return unit;
    }

    private String classCode(SheetRow row, @Nullable Unit unit, List<String> problems) {
        String text = row.get("class").replace(" ", "");
        if (text.isEmpty()) {
            return unit == null
                    ? ""
                    : directoryOf.apply(unit.code()).orElseGet(() -> {
                        problems.add("没有信息资源分类，" + unit.shortName() + "在分类中也没有自己的目");
                        return "";
                    });
        }
        if (!directory.test(text)) {
            problems.add("信息资源分类“" + text + "”不在分类中，或者不到“目”一级");
        }
        return text;
    }

    private static Content content(SheetRow row, String name, List<ResourceItem> items, List<String> problems) {
        return new Content(
                name,
                row.get("summary"),
                one(FormatKind.values(), FormatKind::label, row.get("format"), "信息资源格式", problems),
                one(SharingType.values(), SharingType::label, row.get("sharing"), "共享类型", problems),
                row.get("condition"),
                one(BasisKind.values(), BasisKind::label, row.get("basisKind"), "不予共享依据类别", problems),
                row.get("basis"),
                one(SharingMode.values(), SharingMode::label, row.get("mode"), "共享方式", problems),
                one(OpenType.values(), OpenType::label, row.get("open"), "开放属性", problems),
                row.get("openCondition"),
                one(UpdateCycle.values(), UpdateCycle::label, row.get("cycle"), "更新周期", problems),
                List.of(),
                items);
    }

    /** By label, name, number from 1, or the end of the label: 数据库 for 共享平台：数据库. */
    private static <T extends Enum<T>> @Nullable T one(
            T[] values, Function<T, String> label, String cell, String what, List<String> problems) {
        String text = cell.strip();
        if (text.isEmpty()) {
            return null;
        }
        Optional<T> found = Arrays.stream(values)
                .filter(value -> label.apply(value).equals(text)
                        || value.name().equalsIgnoreCase(text)
                        || label.apply(value).endsWith("：" + text)
                        || String.valueOf(value.ordinal() + 1).equals(text))
                .findFirst();
        if (found.isEmpty()) {
            problems.add(what + "“" + text + "”无法识别");
        }
        return found.orElse(null);
    }

    private static List<ResourceItem> items(List<SheetRow> rows, Map<Integer, List<String>> problems) {
        List<ResourceItem> items = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (SheetRow row : rows) {
            if (row.get("itemTitle").isBlank() && row.get("itemName").isBlank()) {
                continue;
            }
            List<String> here = problems.computeIfAbsent(row.line(), line -> new ArrayList<>());
            ResourceItem item = item(row, items.size() + 1, here);
            if (!names.add(item.name())) {
                here.add("信息项英文名“" + item.name() + "”重复");
            }
            items.add(item);
        }
        return items;
    }

    private static ResourceItem item(SheetRow row, int number, List<String> problems) {
        String title = row.get("itemTitle").strip();
        String name = row.get("itemName").strip().toLowerCase(java.util.Locale.ROOT);
        String type = row.get("itemType").strip();
        Optional<ItemType> known = type.isEmpty() ? Optional.of(ItemType.C) : ItemType.of(type);
        if (known.isEmpty()) {
            problems.add("数据类型“" + type + "”无法识别");
        }
        String element = row.get("itemElement").strip();
        return new ResourceItem(
                name.isEmpty() ? "item_" + number : name,
                title.isEmpty() ? name : title,
                known.orElse(ItemType.C).name(),
                number(row.get("itemLength"), 0, 1_000_000, "长度", problems),
                flag(row.get("itemKey"), false),
                flag(row.get("itemOptional"), true),
                element.isEmpty() ? null : element,
                Math.max(1, number(row.get("itemLevel"), 1, 6, "数据级别", problems)),
                flag(row.get("itemPersonal"), false));
    }

    private static int number(String cell, int least, int most, String what, List<String> problems) {
        String text = cell.strip();
        if (text.isEmpty()) {
            return 0;
        }
        int value = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
        if (value < least || value > most) {
            problems.add(what + "“" + text + "”应为 " + least + " 至 " + most + " 的整数");
            return 0;
        }
        return value;
    }

    private static boolean flag(String cell, boolean otherwise) {
        return switch (cell.strip()) {
            case "是", "1", "true", "TRUE", "Y", "y" -> true;
            case "否", "0", "false", "FALSE", "N", "n" -> false;
            default -> otherwise;
        };
    }
}
