package cn.gov.jiyuan.platform.sheets;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A column that an import understands.
 *
 * @param headings the words under which tables carry it, the usual one first, lower case
 */
public record SheetColumn(String id, boolean required, List<String> headings) {
    public static SheetColumn required(String id, String... headings) {
        return new SheetColumn(id, true, List.of(headings));
    }

    public static SheetColumn optional(String id, String... headings) {
        return new SheetColumn(id, false, List.of(headings));
    }

    String heading() {
        return headings.getFirst();
    }

    /** Where each column stands in a row of headings; those that are not there are left out. */
    static Map<String, Integer> places(List<SheetColumn> columns, List<String> headings) {
        Map<String, Integer> places = new LinkedHashMap<>();
        for (int i = 0; i < headings.size(); i++) {
            String heading = headings.get(i).replaceAll("[\\s*＊]", "").toLowerCase(Locale.ROOT);
            for (SheetColumn column : columns) {
                if (column.headings.contains(heading)) {
                    places.putIfAbsent(column.id(), i);
                }
            }
        }
        return places;
    }
}
