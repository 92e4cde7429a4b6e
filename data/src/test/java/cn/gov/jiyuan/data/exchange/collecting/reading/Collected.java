package cn.gov.jiyuan.data.exchange.collecting.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sink that keeps all it is given. */
final class Collected implements RowSink {
    final List<String> columns = new ArrayList<>();
    final List<List<@Nullable Object>> rows = new ArrayList<>();
    final List<Long> lines = new ArrayList<>();
    final List<String> broken = new ArrayList<>();

    @Override
    public void columns(List<SourceColumn> found) {
        columns.clear();
        found.forEach(column -> columns.add(column.name()));
    }

    @Override
    public boolean row(long line, @Nullable Object[] cells) {
        rows.add(Arrays.asList(cells));
        lines.add(line);
        return true;
    }

    @Override
    public boolean broken(long line, String raw, String reason) {
        broken.add(line + "：" + reason + "｜" + raw);
        return true;
    }
}
