package cn.gov.jiyuan.platform.records;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Showing personal data in clear (还原脱敏): needs a permission and a purpose, and is recorded under the party concerned, so
 * that people can see who used their data. The record is safe before the data are shown.
 */
final class Disclosure {
    private static final int SHORTEST_PURPOSE = 4;
    private static final int LONGEST_PURPOSE = 200;
    private final Access access;
    private final Audit audit;
    private final TransactionTemplate transactions;

    Disclosure(Access access, Audit audit, TransactionTemplate transactions) {
        this.access = access;
        this.audit = audit;
        this.transactions = transactions;
    }

    void demand(Actor actor, RecordType type, String purpose) {
        access.require(actor, type.permissions().unmask());
        int length = purpose.strip().length();
        if (length < SHORTEST_PURPOSE || length > LONGEST_PURPOSE) {
            throw Fault.at("/purpose", RecordsError.PURPOSE);
        }
    }

    void demandWithin(Actor actor, RecordType type, StoredRow row) {
        if (!covers(actor, type, row)) {
            throw new Fault(RecordsError.UNKNOWN_RECORD, type.name());
        }
    }

    boolean covers(Actor actor, RecordType type, StoredRow row) {
        return row.within(access.rows(actor, type.permissions().unmask()));
    }

    /** Records one event for each row that holds personal data. */
    void record(Actor actor, RecordType type, List<Column> columns, List<StoredRow> rows, String purpose) {
        List<Column> personal = columns.stream().filter(Column::isMasked).toList();
        transactions.executeWithoutResult(status -> rows.forEach(row -> {
            List<Column> filled =
                    personal.stream().filter(c -> row.value(c) != null).toList();
            if (!filled.isEmpty()) {
                audit.record(actor, event(actor, type, filled, row, purpose));
            }
        }));
    }

    private static AuditEvent event(Actor actor, RecordType type, List<Column> columns, StoredRow row, String purpose) {
        String labels = columns.stream().map(Column::label).collect(Collectors.joining("、"));
        String who = actor.unitName() == null ? actor.name() : actor.unitName() + actor.name();
        return new AuditEvent(
                "records.unmask",
                row.owner() == null ? type.id() : "party",
                row.owner() == null ? row.key() : row.owner().toString(),
                who + "为“" + purpose.strip() + "”查看了" + type.name() + "中的" + labels,
                Map.of(
                        "type", type.id(),
                        "record", row.key(),
                        "columns", columns.stream().map(Column::id).toList(),
                        "purpose", purpose.strip()));
    }
}
