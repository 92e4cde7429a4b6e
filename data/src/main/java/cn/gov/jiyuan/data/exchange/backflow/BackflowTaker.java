package cn.gov.jiyuan.data.exchange.backflow;

import cn.gov.jiyuan.platform.federation.Batch;
import cn.gov.jiyuan.platform.federation.BatchTaker;
import cn.gov.jiyuan.platform.federation.ExchangeRow;
import cn.gov.jiyuan.platform.federation.ExchangeRow.Operation;
import cn.gov.jiyuan.platform.federation.Peer;
import cn.gov.jiyuan.platform.instance.Instance;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes rows that another installation gives (回流落地): those that were granted, of our area, and well formed. */
@Component
public final class BackflowTaker implements BatchTaker {
    /** Rows of resources that were granted. */
    public static final String TYPE = "exchange.data";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final BackflowRights rights;
    private final Backflow backflow;
    private final Instance instance;
    private final Clock clock;

    BackflowTaker(BackflowRights rights, Backflow backflow, Instance instance, Clock clock) {
        this.rights = rights;
        this.backflow = backflow;
        this.instance = instance;
        this.clock = clock;
    }

    /** The mark of a row in this lane: whose request it answers, then the row itself. */
    public static String recordId(UUID request, String row) {
        return request + "/" + row;
    }

    @Override
    public String recordType() {
        return TYPE;
    }

    @Override
    public List<Returned> take(Peer from, Batch batch) {
        List<Returned> refused = new ArrayList<>();
        Map<UUID, List<ExchangeRow>> byRequest = new LinkedHashMap<>();
        for (ExchangeRow row : batch.rows()) {
            requestOf(row)
                    .ifPresentOrElse(
                            request -> byRequest
                                    .computeIfAbsent(request, first -> new ArrayList<>())
                                    .add(row),
                            () -> refused.add(new Returned(row.rowGuid(), "BAD_RECORD_ID", "记录标识不是“申请/行”。")));
        }
        byRequest.forEach((request, rows) -> {
            Optional<BackflowRight> right = rights.find(from.code(), request);
            if (right.isPresent()) {
                refused.addAll(land(from, batch, right.get(), rows));
            } else {
                rows.forEach(row -> refused.add(new Returned(row.rowGuid(), "NO_GRANT", "没有对应的在用共享申请，数据不落地。")));
            }
        });
        return refused;
    }

    private static Optional<UUID> requestOf(ExchangeRow row) {
        int slash = row.recordId().indexOf('/');
        try {
            return slash < 0
                    ? Optional.empty()
                    : Optional.of(UUID.fromString(row.recordId().substring(0, slash)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private List<Returned> land(Peer from, Batch batch, BackflowRight right, List<ExchangeRow> rows) {
        List<Returned> refused = new ArrayList<>();
        BackflowRow reader = new BackflowRow(right, instance.area(), LocalDate.now(clock));
        try (Landing landing = new Landing(backflow.land(right, batch.number()))) {
            for (ExchangeRow row : rows) {
                try {
                    land(landing, from, batch, reader, row);
                } catch (BackflowRow.Refused why) {
                    refused.add(new Returned(row.rowGuid(), why.type(), why.words()));
                }
            }
            landing.commit();
        }
        return refused;
    }

    private void land(Landing landing, Peer from, Batch batch, BackflowRow reader, ExchangeRow row)
            throws BackflowRow.Refused {
        String mark = row.recordId().substring(row.recordId().indexOf('/') + 1);
        if (row.operation() == Operation.D) {
            landing.remove(mark);
            return;
        }
        JsonNode content = JSON.readTree(row.content());
        List<@Nullable Object> values = new ArrayList<>();
        values.add(mark);
        values.addAll(reader.read(content.path("values")));
        values.add(from.name());
        values.add(batch.number());
        values.add(LocalDateTime.ofInstant(row.at(), clock.getZone()));
        landing.row(values);
    }

    /** A landing that is not committed for nothing: a batch all of whose rows are refused makes no version. */
    private record Landing(cn.gov.jiyuan.platform.hub.Landing of) implements AutoCloseable {
        void row(List<@Nullable Object> values) {
            of.row(values.toArray());
        }

        void remove(String mark) {
            of.removeRow(mark);
        }

        void commit() {
            if (of.size() > 0) {
                of.commit();
            }
        }

        @Override
        public void close() {
            of.close();
        }
    }
}
