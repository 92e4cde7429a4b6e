package cn.gov.jiyuan.platform.records;

import java.util.List;

/** What a column holds (列的种类): decides how it is read, shown, filtered and exported. */
public sealed interface Kind {
    record Text() implements Kind {}

    /** A code that is shown by its label. */
    record Code(Dictionary dictionary) implements Kind {}

    record Number() implements Kind {}

    /** An amount in yuan, {@code numeric} in the table. */
    record Money() implements Kind {}

    record Date() implements Kind {}

    /** A point in time, {@code timestamptz}; shown and filtered by the day of Beijing time. */
    record Moment() implements Kind {}

    record Flag() implements Kind {}

    /**
     * Personal data that the table holds only encrypted.
     *
     * @param sealedAs {@code schema.table.column} under which the value was sealed; empty means the source and column
     * @param blindColumn column of the blind index, empty if the value cannot be looked for
     * @param blindDomain domain of the blind index
     */
    record Personal(String sealedAs, String blindColumn, String blindDomain) implements Kind {}

    /** The key of a record of another type; shown by that record's label. */
    record Reference(String type) implements Kind {}

    /** One text inside a {@code jsonb} column; shown only, never filtered. */
    record JsonPath(List<String> path) implements Kind {
        public JsonPath {
            path = List.copyOf(path);
        }
    }
}
