package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.sheets.SheetBatch;
import cn.gov.jiyuan.platform.sheets.SheetColumn;
import cn.gov.jiyuan.platform.sheets.SheetRow;
import cn.gov.jiyuan.platform.sheets.SheetTaker;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Takes entries of the basic catalogue from lists (基本目录导入). */
@Component
final class CatalogueTaker implements SheetTaker {
    private static final List<SheetColumn> COLUMNS =
            ImportColumn.columns(Set.of(ImportColumn.BASIC_CODE, ImportColumn.NAME));

    private final ImportStore store;
    private final RowRules rules;

    CatalogueTaker(ImportStore store, RowRules rules) {
        this.store = store;
        this.rules = rules;
    }

    @Override
    public String kind() {
        return "items.catalogue";
    }

    @Override
    public String label() {
        return "基本目录";
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
        ImportRules judge = rules.of(actor, permission(), code -> false);
        return new ListReading(taken) {
            @Override
            SheetRow.Outcome judge(ImportedRow row) {
                ImportRules.Verdict<ImportRules.CatalogueEntry> verdict = judge.catalogueEntry(row);
                ImportRules.CatalogueEntry entry = verdict.value();
                return entry == null
                        ? row.bad(verdict.problems())
                        : once(row, entry.code(), () -> batch.dryRun() ? "可以导入" : store.putCatalogue(entry));
            }
        };
    }
}
