package cn.gov.jiyuan.platform.records;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.feed.Feed;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import cn.gov.jiyuan.platform.search.SearchDocument;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * What is known (记录): lists, single records, exports and edits of every record type, under the one policy. Personal data
 * are masked wherever no purpose is given.
 */
public interface Records {
    /** The engine on a database, for those who wire it by hand. */
    static Records on(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            Supplier<List<RecordType>> types,
            Access access,
            PersonalCipher cipher,
            Audit audit,
            Feed feed) {
        return new RecordDesk(types, new JdbcTemplate(dataSource), transactions, access, cipher, audit, feed);
    }

    /** The types that the actor may read, by id. */
    List<RecordType> types(Actor actor);

    /** @throws cn.gov.jiyuan.kernel.error.Fault {@code records.unknown-type}, also if the actor may not read it */
    RecordType type(Actor actor, String id);

    /** The columns of a type that the actor may know. */
    List<Column> columns(Actor actor, RecordType type);

    /** One page of a list, with the rows and columns that the actor may see. */
    RecordPage page(Actor actor, RecordType type, RecordQuery query);

    /** Count and sums over the filter. */
    Totals totals(Actor actor, RecordType type, RecordQuery query);

    /** How the rows under the filter fall on the codes of each filterable dictionary column. */
    List<Facet> facets(Actor actor, RecordType type, RecordQuery query);

    /** One record with all its columns. */
    RecordRow one(Actor actor, RecordType type, String id);

    /** One record in clear. The party concerned can see who looked and why. */
    RecordRow inClear(Actor actor, RecordType type, String id, String purpose);

    /** The versions of a record, newest first; empty for types that keep none. */
    List<HistoryEntry> history(Actor actor, RecordType type, String id);

    /**
     * Writes all rows of a list in constant memory, as they are at one moment; place and limit of the query do not count.
     * Audited before the first byte and after the last.
     *
     * @return number of rows written
     */
    long export(Actor actor, RecordType type, RecordQuery query, ExportOptions options, OutputStream out);

    /**
     * Saves an edit if nobody was faster; joins the caller's transaction.
     *
     * @throws EditConflict with the differences if somebody was
     */
    RecordRow update(Actor actor, RecordType type, Edit edit);

    /** The filter in words, with the labels of referenced records. */
    String sentence(RecordType type, RecordQuery query);

    /** What search may know of these records; keys that no longer exist are left out. */
    Map<String, SearchDocument> documents(RecordType type, List<String> ids);

    /** Streams what search may know of all records of a type, for rebuilding its index. */
    void eachDocument(RecordType type, Consumer<SearchDocument> consumer);
}
