package cn.gov.jiyuan.data.catalogue;

import cn.gov.jiyuan.contracts.catalogue.ResourceItem;
import cn.gov.jiyuan.platform.hub.DataColumn;
import cn.gov.jiyuan.platform.hub.Dataset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Compares the items of a resource with the columns of a dataset, one by one (逐列比对). */
final class Comparison {
    private Comparison() {}

    static List<Difference> of(List<ResourceItem> items, Dataset dataset) {
        Map<String, DataColumn> columns = dataset.columns().stream()
                .collect(Collectors.toMap(DataColumn::name, column -> column, (a, b) -> a, LinkedHashMap::new));
        List<Difference> found = new ArrayList<>();
        for (ResourceItem item : items) {
            DataColumn column = columns.remove(item.name());
            if (column == null) {
                found.add(new Difference(Difference.Kind.MISSING, item.name(), item.title(), ""));
            } else {
                differences(item, column, found);
            }
        }
        columns.values()
                .forEach(column -> found.add(new Difference(Difference.Kind.EXTRA, column.name(), "", column.title())));
        return found;
    }

    private static void differences(ResourceItem item, DataColumn column, List<Difference> found) {
        if (!item.title().equals(column.title())) {
            found.add(new Difference(Difference.Kind.TITLE, item.name(), item.title(), column.title()));
        }
        ItemType type = ItemType.of(item.type()).orElse(ItemType.C);
        if (!type.heldBy(column.type())) {
            String held = column.type().label();
            found.add(new Difference(Difference.Kind.TYPE, item.name(), type.label(), held));
        }
    }
}
