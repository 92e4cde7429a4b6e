package cn.gov.jiyuan.platform.federation;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.federation.ExchangeRow.Operation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Batches and receipts as they travel (批次正文): JSON in the words of the front-end database. */
final class BatchText {
    /** Numbers stay as they were written: what is signed must not pass through a double. */
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private BatchText() {}

    /** The same batch always becomes the same bytes. */
    static byte[] write(Batch batch) {
        ObjectNode root = JSON.createObjectNode();
        root.put("cd_batch", batch.number());
        root.put("record_type", batch.recordType());
        root.put("sequence", batch.sequence());
        root.put("direction", batch.direction().name());
        root.put("data_source", batch.dataSource());
        root.put("closed_at", batch.closedAt().toString());
        ArrayNode rows = root.putArray("rows");
        for (ExchangeRow row : batch.rows()) {
            ObjectNode one = rows.addObject();
            one.put("row_guid", row.rowGuid().toString());
            one.put("record_id", row.recordId());
            one.put("cd_operation", row.operation().name());
            one.put("cd_time", row.at().toString());
            one.set("content", JSON.readTree(row.content()));
        }
        return JSON.writeValueAsBytes(root);
    }

    /** @throws Fault {@code federation.bad-batch} */
    static Batch read(byte[] body) {
        try {
            JsonNode root = JSON.readTree(body);
            List<ExchangeRow> rows = new ArrayList<>();
            for (JsonNode row : root.path("rows")) {
                if (!row.path("content").isObject() || text(row, "record_id").length() > 200) {
                    throw new IllegalArgumentException("a row has a record_id and an object as content");
                }
                rows.add(new ExchangeRow(
                        UUID.fromString(text(row, "row_guid")),
                        text(row, "record_id"),
                        Operation.valueOf(text(row, "cd_operation")),
                        Instant.parse(text(row, "cd_time")),
                        JSON.writeValueAsString(row.path("content"))));
            }
            if (rows.isEmpty()) {
                throw new IllegalArgumentException("a batch has rows");
            }
            return new Batch(
                    text(root, "cd_batch"),
                    text(root, "record_type"),
                    root.path("sequence").asLong(0),
                    Batch.Direction.valueOf(text(root, "direction")),
                    text(root, "data_source"),
                    Instant.parse(text(root, "closed_at")),
                    rows);
        } catch (JacksonException | IllegalArgumentException | java.time.DateTimeException e) {
            throw Fault.caused(e, FederationError.BAD_BATCH, String.valueOf(e.getMessage()));
        }
    }

    static byte[] write(Receipt receipt) {
        ObjectNode root = JSON.createObjectNode();
        root.put("cd_batch", receipt.batch());
        root.put("digest", receipt.digest());
        root.put("duplicate", receipt.duplicate());
        ArrayNode abnormal = root.putArray("abnormal");
        for (Abnormal one : receipt.abnormal()) {
            ObjectNode row = abnormal.addObject();
            row.put("row_guid", one.rowGuid().toString());
            row.put("table_row_guid", one.tableRowGuid().toString());
            row.put("cd_batch", one.batch());
            row.put("err_type", one.errorType());
            row.put("err_message", one.message());
            row.put("cd_time", one.at().toString());
        }
        return JSON.writeValueAsBytes(root);
    }

    /** @throws Fault {@code federation.bad-receipt} */
    static Receipt readReceipt(byte[] body) {
        try {
            JsonNode root = JSON.readTree(body);
            List<Abnormal> abnormal = new ArrayList<>();
            for (JsonNode row : root.path("abnormal")) {
                abnormal.add(readAbnormal(row));
            }
            return new Receipt(
                    text(root, "cd_batch"),
                    text(root, "digest"),
                    root.path("duplicate").asBoolean(false),
                    abnormal);
        } catch (JacksonException | IllegalArgumentException | java.time.DateTimeException e) {
            throw Fault.caused(e, FederationError.BAD_RECEIPT, String.valueOf(e.getMessage()));
        }
    }

    /** @throws IllegalArgumentException if something is missing */
    static Abnormal readAbnormal(JsonNode row) {
        return new Abnormal(
                UUID.fromString(text(row, "row_guid")),
                UUID.fromString(text(row, "table_row_guid")),
                text(row, "cd_batch"),
                text(row, "err_type"),
                text(row, "err_message"),
                Instant.parse(text(row, "cd_time")));
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (!value.isString() || value.asString().isBlank()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value.asString();
    }

    /** What the receiver of a batch answers (回执). @param digest of the batch taken @param duplicate it was there before */
    record Receipt(String batch, String digest, boolean duplicate, List<Abnormal> abnormal) {}
}
