package cn.gov.jiyuan.data.themes.topic;

import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a source that is not a view: what another system's facade, or an engine, tells. */
interface RowReader {
    /** The name by which declarations call it. */
    String id();

    /** All rows, in the order of the declared columns, each handed over as it is read. */
    void all(Consumer<@Nullable Object[]> reader);

    /** Rows of these keys; keys that have no row are left out. */
    void some(Collection<String> keys, Consumer<@Nullable Object[]> reader);
}
