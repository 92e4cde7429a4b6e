package cn.gov.jiyuan.data.exchange.backflow;

import cn.gov.jiyuan.data.exchange.backflow.BackflowRight.Item;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.hub.DataColumn;
import cn.gov.jiyuan.platform.hub.DataSession;
import cn.gov.jiyuan.platform.hub.DataType;
import cn.gov.jiyuan.platform.hub.Dataset;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.hub.Landing;
import cn.gov.jiyuan.platform.hub.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The datasets of the back-flow area (回流区), one for each request. They never touch the register of record: each row says
 * from where it came, in which batch and as of when.
 */
@Component
public final class Backflow {
    private static final String ROW = "row_id";
    private static final String ORIGIN = "origin";
    private static final String BATCH = "cd_batch";
    private static final String AS_OF = "as_of";

    private final Datasets datasets;

    Backflow(Datasets datasets) {
        this.datasets = datasets;
    }

    /** What lies there of a request. @param rows of the version in force */
    public record Holding(String dataset, long version, long rows, Instant at) {}

    /** The name of the dataset of a request; it is there after the first batch. */
    public static String datasetOf(UUID request) {
        return "backflow.r" + request.toString().replace("-", "");
    }

    Landing land(BackflowRight right, String batch) {
        String dataset = datasetOf(right.request());
        List<DataColumn> columns = new ArrayList<>();
        columns.add(DataColumn.of(ROW, "记录标识", DataType.TEXT));
        for (Item item : right.items()) {
            columns.add(new DataColumn(
                    item.name(), item.title(), item.masked() ? DataType.TEXT : item.type(), item.personal()));
        }
        columns.add(DataColumn.of(ORIGIN, "来源平台", DataType.TEXT));
        columns.add(DataColumn.of(BATCH, "批次号", DataType.TEXT));
        columns.add(DataColumn.of(AS_OF, "截至时间", DataType.MOMENT));
        datasets.declare(
                Actor.SYSTEM,
                new Dataset(dataset, "回流：" + right.resourceName(), right.unitCode(), columns, List.of(ROW), 4));
        return datasets.land(Actor.SYSTEM, dataset, batch, Landing.Mode.MERGE);
    }

    public Optional<Holding> holding(UUID request) {
        String dataset = datasetOf(request);
        return datasets.find(dataset)
                .flatMap(found -> datasets.current(dataset))
                .map(Backflow::holding);
    }

    private static Holding holding(Snapshot snapshot) {
        return new Holding(snapshot.dataset(), snapshot.number(), snapshot.rows(), snapshot.at());
    }

    /** Rows by their mark, without it. @param after the mark of the last row of the page before */
    public List<Map<String, @Nullable Object>> rows(UUID request, @Nullable String after, int limit) {
        if (holding(request).isEmpty()) {
            return List.of();
        }
        try (DataSession session = datasets.open(datasetOf(request))) {
            List<DataColumn> columns = datasets.get(datasetOf(request)).columns();
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            session.each(
                    "select * from data where row_id > ? order by row_id limit " + Math.clamp(limit, 1, 200),
                    List.of(after == null ? "" : after),
                    row -> {
                        Map<String, @Nullable Object> values = new LinkedHashMap<>();
                        columns.forEach(column -> values.put(column.name(), row.get(column.name())));
                        rows.add(values);
                    });
            return rows;
        }
    }

    /** Titles of the columns by name, in their order. */
    public Map<String, String> titles(UUID request) {
        Map<String, String> titles = new LinkedHashMap<>();
        datasets.find(datasetOf(request))
                .ifPresent(dataset -> dataset.columns().forEach(column -> titles.put(column.name(), column.title())));
        return titles;
    }

    /** Names of the columns that tell something about a person. */
    public List<String> personal(UUID request) {
        return datasets.find(datasetOf(request))
                .map(dataset -> dataset.columns().stream()
                        .filter(DataColumn::personal)
                        .map(DataColumn::name)
                        .toList())
                .orElse(List.of());
    }
}
