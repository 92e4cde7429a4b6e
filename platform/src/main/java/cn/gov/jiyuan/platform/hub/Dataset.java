package cn.gov.jiyuan.platform.hub;

import cn.gov.jiyuan.kernel.error.Fault;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A dataset (数据集): a table that lives in versions.
 *
 * @param name {@code <system or area>.<thing>}, {@code landing.police_person} for example; names its files too
 * @param title as people read it
 * @param unitCode house code of the unit that answers for it
 * @param columns in order; columns may be added later, neither removed nor changed in type
 * @param key names of the columns that identify a row; empty for a dataset that only grows or is replaced
 * @param buckets into how many parts rows are spread by key, 1 to 64; a merge rewrites only the parts it touches
 */
public record Dataset(
        String name, String title, String unitCode, List<DataColumn> columns, List<String> key, int buckets) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,30}\\.[a-z][a-z0-9_]{0,62}");

    /** @throws Fault {@code hub.bad-name}, {@code hub.bad-columns} */
    public Dataset {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        if (!NAME.matcher(name).matches()) {
            throw new Fault(HubError.BAD_NAME, name);
        }
        Set<String> names = new HashSet<>();
        boolean clear = columns.stream().allMatch(column -> names.add(column.name()));
        if (columns.isEmpty() || !clear || !names.containsAll(key) || buckets < 1 || buckets > 64) {
            throw new Fault(HubError.BAD_COLUMNS, name);
        }
    }

    public DataColumn column(String column) {
        return columns.stream()
                .filter(one -> one.name().equals(column))
                .findFirst()
                .orElseThrow(() -> new Fault(HubError.UNKNOWN_COLUMN, column, name));
    }
}
