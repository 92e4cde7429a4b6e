package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.contracts.items.ItemGuide;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.sheets.SheetBatch;
import cn.gov.jiyuan.platform.sheets.SheetColumn;
import cn.gov.jiyuan.platform.sheets.SheetRow;
import cn.gov.jiyuan.platform.sheets.SheetTaker;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Takes items from lists (实施清单导入): each becomes a draft of its unit. */
@Component
final class ItemTaker implements SheetTaker {
    static final String RUN = "items.import.run";

    private static final List<SheetColumn> COLUMNS = ImportColumn.columns(Set.of(ImportColumn.NAME));

    private final ImportStore store;
    private final ItemStore items;
    private final RowRules rules;
    private final Audit audit;
    private final Clock clock;

    ItemTaker(ImportStore store, ItemStore items, RowRules rules, Audit audit, Clock clock) {
        this.store = store;
        this.items = items;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "items.item";
    }

    @Override
    public String label() {
        return "实施清单";
    }

    @Override
    public String permission() {
        return RUN;
    }

    @Override
    public List<SheetColumn> columns() {
        return COLUMNS;
    }

    @Override
    public String lacking(Set<String> columns) {
        boolean coded = columns.contains(ImportColumn.CODE.name()) || columns.contains(ImportColumn.BASIC_CODE.name());
        return coded ? "" : "实施编码或者基本编码";
    }

    @Override
    public Taking begin(Actor actor, SheetBatch batch, Set<String> taken) {
        return new Reading(actor, batch, taken);
    }

    private final class Reading extends ListReading {
        private final Actor actor;
        private final SheetBatch batch;
        private final ImportRules judge;
        private final List<Audit.Past> events = new ArrayList<>();

        Reading(Actor actor, SheetBatch batch, Set<String> taken) {
            super(taken);
            this.actor = actor;
            this.batch = batch;
            this.judge = rules.of(actor, RUN, store.itemCodes()::contains);
        }

        @Override
        public List<SheetRow.Outcome> take(List<SheetRow> rows) {
            List<SheetRow.Outcome> done = super.take(rows);
            audit.recordAll(events);
            events.clear();
            return done;
        }

        @Override
        SheetRow.Outcome judge(ImportedRow row) {
            ImportRules.Verdict<ItemGuide> verdict = judge.item(row);
            ItemGuide guide = verdict.value();
            return guide == null ? row.bad(verdict.problems()) : once(row, guide.code(), () -> put(guide));
        }

        private String put(ItemGuide guide) {
            if (batch.dryRun()) {
                return "可以导入";
            }
            String area = judge.unitOf(guide.unitCode()).orElseThrow().areaCode();
            if (!items.insertItem(guide, area, clock.instant())) {
                return "重复：实施编码 " + guide.code() + " 已经有了，没有改动";
            }
            items.insertDraft(guide.itemId(), 1, guide.content(), actor, clock.instant(), false);
            events.add(new Audit.Past(
                    clock.instant(),
                    actor,
                    new AuditEvent("items.claim", "item", guide.code(), "导入事项：" + guide.name(), Map.of())));
            return "已建立，待编制";
        }
    }
}
