package cn.gov.jiyuan.data.exchange.collecting.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the rows that a reader finds, in order. */
public interface RowSink {
    /** The columns of the rows that follow; told again when a later row has more, which then stand at the end. */
    void columns(List<SourceColumn> columns);

    /**
     * One row.
     *
     * @param line where it begins, counted from 1
     * @param cells in the order of the columns; text, a number, a boolean, a date, or a {@link CellFault}
     * @return false to end the reading
     */
    boolean row(long line, @Nullable Object[] cells);

    /**
     * A piece that is no row; reading goes on after it.
     *
     * @param raw its text, shortened
     * @param reason what is wrong with it, in Chinese
     * @return false to end the reading
     */
    boolean broken(long line, String raw, String reason);
}
