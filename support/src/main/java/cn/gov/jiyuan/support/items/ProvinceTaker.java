package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.sheets.SheetBatch;
import cn.gov.jiyuan.platform.sheets.SheetColumn;
import cn.gov.jiyuan.platform.sheets.SheetRow;
import cn.gov.jiyuan.platform.sheets.SheetTaker;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Takes the province's list and holds it against ours (省系统清单比对). */
@Component
final class ProvinceTaker implements SheetTaker {
    private static final List<SheetColumn> COLUMNS = ImportColumn.columns(Set.of(ImportColumn.CODE, ImportColumn.NAME));

    private final DifferenceStore store;
    private final Differences differences;
    private final RowRules rules;

    ProvinceTaker(DifferenceStore store, Differences differences, RowRules rules) {
        this.store = store;
        this.differences = differences;
        this.rules = rules;
    }

    @Override
    public String kind() {
        return "items.province";
    }

    @Override
    public String label() {
        return "省系统清单比对";
    }

    @Override
    public String permission() {
        return CatalogueApi.KEEP;
    }

    @Override
    public List<SheetColumn> columns() {
        return COLUMNS;
    }

    @Override
    public Taking begin(Actor actor, SheetBatch batch, Set<String> taken) {
        return new Reading(actor, batch, taken);
    }

    private final class Reading extends ListReading {
        private final Actor actor;
        private final SheetBatch batch;
        private final ImportRules judge;

        Reading(Actor actor, SheetBatch batch, Set<String> taken) {
            super(taken);
            this.actor = actor;
            this.batch = batch;
            this.judge = rules.of(actor, permission(), code -> false);
        }

        @Override
        public List<SheetRow.Outcome> take(List<SheetRow> rows) {
            List<SheetRow.Outcome> done = super.take(rows);
            List<DifferenceStore.Listed> listed = new ArrayList<>(rows.size());
            for (int i = 0; i < rows.size(); i++) {
                SheetRow.Outcome outcome = done.get(i);
                listed.add(new DifferenceStore.Listed(
                        outcome.line(),
                        outcome.good(),
                        outcome.key(),
                        rows.get(i).cells()));
            }
            store.add(batch.id(), listed);
            return done;
        }

        @Override
        SheetRow.Outcome judge(ImportedRow row) {
            ImportRules.Verdict<String> verdict = judge.provinceItem(row);
            return verdict.good() ? once(row, row.code(), () -> "可以比对") : row.bad(verdict.problems());
        }

        @Override
        public String close() {
            return differences.compare(actor, batch.id(), batch.dryRun());
        }
    }
}
