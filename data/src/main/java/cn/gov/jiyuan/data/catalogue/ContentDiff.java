package cn.gov.jiyuan.data.catalogue;

import cn.gov.jiyuan.contracts.catalogue.OpenType;
import cn.gov.jiyuan.contracts.catalogue.ResourceItem;
import cn.gov.jiyuan.contracts.catalogue.SharingType;
import cn.gov.jiyuan.contracts.catalogue.UpdateCycle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is different between two versions, in the words of the page (版本对比). */
final class ContentDiff {
    private ContentDiff() {}

    /** One difference; empty where a version has nothing. */
    record Change(String label, String before, String after) {}

    static List<Change> of(Content before, Content after) {
        List<Change> changes = new ArrayList<>();
        Map<String, String> old = lines(before);
        lines(after).forEach((label, text) -> add(changes, label, old.getOrDefault(label, ""), text));
        items(before, after, changes);
        return changes;
    }

    private static void add(List<Change> changes, String label, String before, String after) {
        if (!before.equals(after)) {
            changes.add(new Change(label, before, after));
        }
    }

    private static Map<String, String> lines(Content content) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("信息资源名称", content.name());
        lines.put("信息资源摘要", content.summary());
        lines.put("信息资源格式", label(content.format(), FormatKind::label));
        lines.put("共享类型", label(content.sharing(), SharingType::label));
        lines.put("共享条件", content.sharingCondition());
        lines.put("不予共享依据类别", label(content.basisKind(), BasisKind::label));
        lines.put("不予共享依据", content.basis());
        lines.put("共享方式", label(content.sharingMode(), SharingMode::label));
        lines.put("开放属性", label(content.open(), OpenType::label));
        lines.put("开放条件", content.openCondition());
        lines.put("更新周期", label(content.cycle(), UpdateCycle::label));
        lines.put("关联资源代码", String.join("、", content.related()));
        return lines;
    }

    private static <T> String label(@Nullable T value, Function<T, String> label) {
        return value == null ? "" : label.apply(value);
    }

    private static void items(Content before, Content after, List<Change> changes) {
        Map<String, ResourceItem> old = before.items().stream()
                .collect(Collectors.toMap(ResourceItem::name, item -> item, (a, b) -> a, LinkedHashMap::new));
        for (ResourceItem item : after.items()) {
            ResourceItem was = old.remove(item.name());
            add(changes, "信息项 " + item.name(), was == null ? "" : text(was), text(item));
        }
        old.values().forEach(gone -> changes.add(new Change("信息项 " + gone.name(), text(gone), "")));
    }

    private static String text(ResourceItem item) {
        return item.title() + "，"
                + ItemType.of(item.type()).map(ItemType::label).orElse(item.type())
                + (item.length() > 0 ? "（" + item.length() + "）" : "")
                + (item.key() ? "，主键" : "")
                + (item.optional() ? "，可空" : "，不可空")
                + (item.element() == null ? "" : "，数据元 " + item.element())
                + "，" + item.level() + " 级"
                + (item.personal() ? "，个人信息" : "");
    }
}
