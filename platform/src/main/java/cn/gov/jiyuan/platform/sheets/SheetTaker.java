package cn.gov.jiyuan.platform.sheets;

import cn.gov.jiyuan.kernel.actor.Actor;
import java.util.List;

/** What a system takes from tables; a bean of this type is found by its kind. */
public interface SheetTaker {
    /** {@code <module>.<thing>}, unique. */
    String kind();

    /** What is imported, in Chinese. */
    String label();

    /** Permission to import and to read the reports. */
    String permission();

    List<SheetColumn> columns();

    /** Begins the reading of one table. */
    Taking begin(Actor actor, SheetBatch batch);

    /** The reading of one table; a portion is one transaction. */
    interface Taking {
        /**
         * Judges and, unless the batch only checks, takes rows. Rows that depend on each other may be kept back until
         * {@link #end()}; each is answered for once.
         */
        List<SheetRow.Outcome> take(List<SheetRow> rows);

        /** After the last row. */
        default List<SheetRow.Outcome> end() {
            return List.of();
        }
    }
}
