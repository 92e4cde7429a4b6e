package cn.gov.jiyuan.platform.sheets;

import cn.gov.jiyuan.kernel.actor.Actor;
import java.util.List;
import java.util.Set;

/** What a system takes from tables; a bean of this type is found by its kind. */
public interface SheetTaker {
    /** {@code <module>.<thing>}, unique. */
    String kind();

    /** What is imported, in Chinese. */
    String label();

    /** Permission to import and to read the reports. */
    String permission();

    List<SheetColumn> columns();

    /**
     * What a table with these columns still lacks though it has all required ones, “实施编码或者基本编码”; empty if nothing.
     *
     * @param columns ids of those that the table has
     */
    default String lacking(Set<String> columns) {
        return "";
    }

    /**
     * Begins the reading of one table.
     *
     * @param taken keys of the rows that were good before the import was interrupted; empty at the first time
     */
    Taking begin(Actor actor, SheetBatch batch, Set<String> taken);

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

        /**
         * Work on the whole table once every row is answered for, in a transaction of its own.
         *
         * @return what came of it, told after the counts; empty if nothing
         */
        default String close() {
            return "";
        }
    }
}
