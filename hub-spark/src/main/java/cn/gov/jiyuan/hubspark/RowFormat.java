package cn.gov.jiyuan.hubspark;

import static org.apache.parquet.schema.LogicalTypeAnnotation.dateType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.decimalType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;

import cn.gov.jiyuan.platform.hub.DataType;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types.MessageTypeBuilder;
import org.jspecify.annotations.Nullable;

/** Rows of a dataset as Parquet has them, column by column in the types of {@link DataType}. */
final class RowFormat extends WriteSupport<ResultSet> {
    private static final int DECIMAL_BYTES = 16;
    private final List<Column> columns;
    private @Nullable RecordConsumer consumer;

    private record Column(String name, DataType type) {}

    private RowFormat(List<Column> columns) {
        this.columns = columns;
    }

    static RowFormat of(ResultSet rows) throws SQLException {
        ResultSetMetaData data = rows.getMetaData();
        List<Column> columns = new ArrayList<>();
        for (int i = 1; i <= data.getColumnCount(); i++) {
            columns.add(new Column(data.getColumnLabel(i), type(data.getColumnType(i))));
        }
        return new RowFormat(columns);
    }

    private static DataType type(int type) {
        return switch (type) {
            case Types.BIGINT -> DataType.INTEGER;
            case Types.DECIMAL -> DataType.DECIMAL;
            case Types.DATE -> DataType.DATE;
            case Types.TIMESTAMP -> DataType.MOMENT;
            case Types.BOOLEAN -> DataType.FLAG;
            default -> DataType.TEXT;
        };
    }

    @Override
    public WriteContext init(Configuration configuration) {
        MessageTypeBuilder message = org.apache.parquet.schema.Types.buildMessage();
        for (Column column : columns) {
            switch (column.type()) {
                case TEXT ->
                    message.optional(PrimitiveTypeName.BINARY).as(stringType()).named(column.name());
                case INTEGER -> message.optional(PrimitiveTypeName.INT64).named(column.name());
                case DECIMAL ->
                    message.optional(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY)
                            .length(DECIMAL_BYTES)
                            .as(decimalType(6, 38))
                            .named(column.name());
                case DATE ->
                    message.optional(PrimitiveTypeName.INT32).as(dateType()).named(column.name());
                case MOMENT ->
                    message.optional(PrimitiveTypeName.INT64)
                            .as(timestampType(false, TimeUnit.MICROS))
                            .named(column.name());
                case FLAG -> message.optional(PrimitiveTypeName.BOOLEAN).named(column.name());
            }
        }
        MessageType schema = message.named("row");
        return new WriteContext(schema, Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
        this.consumer = consumer;
    }

    @Override
    public void write(ResultSet rows) {
        RecordConsumer out = java.util.Objects.requireNonNull(consumer);
        out.startMessage();
        try {
            for (int i = 0; i < columns.size(); i++) {
                if (rows.getObject(i + 1) != null) {
                    out.startField(columns.get(i).name(), i);
                    write(out, rows, i + 1, columns.get(i).type());
                    out.endField(columns.get(i).name(), i);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        out.endMessage();
    }

    private static void write(RecordConsumer out, ResultSet rows, int column, DataType type) throws SQLException {
        switch (type) {
            case TEXT -> out.addBinary(Binary.fromString(rows.getString(column)));
            case INTEGER -> out.addLong(rows.getLong(column));
            case DECIMAL -> out.addBinary(fixed(rows.getBigDecimal(column)));
            case DATE ->
                out.addInteger((int) rows.getObject(column, LocalDate.class).toEpochDay());
            case MOMENT ->
                out.addLong(ChronoUnit.MICROS.between(
                        LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC),
                        rows.getObject(column, LocalDateTime.class)));
            case FLAG -> out.addBoolean(rows.getBoolean(column));
        }
    }

    private static Binary fixed(BigDecimal number) {
        byte[] digits = number.setScale(6).unscaledValue().toByteArray();
        byte[] fixed = new byte[DECIMAL_BYTES];
        Arrays.fill(fixed, 0, DECIMAL_BYTES - digits.length, (byte) (digits[0] < 0 ? -1 : 0));
        System.arraycopy(digits, 0, fixed, DECIMAL_BYTES - digits.length, digits.length);
        return Binary.fromConstantByteArray(fixed);
    }
}
