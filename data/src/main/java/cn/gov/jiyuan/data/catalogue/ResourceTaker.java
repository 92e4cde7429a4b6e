package cn.gov.jiyuan.data.catalogue;

import static cn.gov.jiyuan.platform.sheets.SheetColumn.optional;
import static cn.gov.jiyuan.platform.sheets.SheetColumn.required;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.parties.Units;
import cn.gov.jiyuan.platform.sheets.SheetBatch;
import cn.gov.jiyuan.platform.sheets.SheetColumn;
import cn.gov.jiyuan.platform.sheets.SheetRow;
import cn.gov.jiyuan.platform.sheets.SheetTaker;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Entries and their items from a table (目录导入): a line with a name begins an entry, lines without one add items to it.
 * What is missing may be completed at the desk; what is wrong is refused.
 */
@Component
final class ResourceTaker implements SheetTaker {
    static final String IMPORT = "catalogue.resource.import";

    private final Compiling compiling;
    private final ResourceStore store;
    private final ClassStore classes;
    private final Units units;
    private final Access access;

    ResourceTaker(Compiling compiling, ResourceStore store, ClassStore classes, Units units, Access access) {
        this.compiling = compiling;
        this.store = store;
        this.classes = classes;
        this.units = units;
        this.access = access;
    }

    @Override
    public String kind() {
        return "catalogue.resource";
    }

    @Override
    public String label() {
        return "信息资源目录";
    }

    @Override
    public String permission() {
        return IMPORT;
    }

    @Override
    public List<SheetColumn> columns() {
        return List.of(
                required("name", "信息资源名称", "资源名称", "名称", "resname"),
                required("unit", "信息资源提供方", "提供方", "提供单位", "部门", "provider"),
                optional("class", "信息资源分类", "分类代码", "分类", "resclass"),
                optional("uscc", "提供方代码", "provideruscc"),
                optional("summary", "信息资源摘要", "摘要", "resabstract"),
                optional("format", "信息资源格式", "格式", "resformat"),
                optional("sharing", "共享类型", "共享属性", "sharetype"),
                optional("condition", "共享条件", "sharecondition"),
                optional("basisKind", "不予共享依据类别"),
                optional("basis", "不予共享依据", "denybasis"),
                optional("mode", "共享方式", "sharemode"),
                optional("open", "开放属性", "opentype"),
                optional("openCondition", "开放条件", "opencondition"),
                optional("cycle", "更新周期", "updatecycle"),
                optional("itemTitle", "信息项名称", "itemname"),
                optional("itemName", "信息项英文名", "英文名", "itemcode"),
                optional("itemType", "数据类型", "itemtype"),
                optional("itemLength", "数据长度", "长度", "itemlength"),
                optional("itemKey", "是否主键", "主键"),
                optional("itemOptional", "是否可空", "可空"),
                optional("itemElement", "标准数据元", "数据元"),
                optional("itemLevel", "数据级别", "级别"),
                optional("itemPersonal", "是否个人信息", "个人信息"));
    }

    @Override
    public Taking begin(Actor actor, SheetBatch batch, Set<String> taken) {
        return new Reading(actor, batch);
    }

    /** Entries of one file; an entry is taken when the next begins. */
    private final class Reading implements Taking {
        private final Actor actor;
        private final SheetBatch batch;
        private final ResourceRows rules;
        private final List<SheetRow> group = new ArrayList<>();

        Reading(Actor actor, SheetBatch batch) {
            this.actor = actor;
            this.batch = batch;
            this.rules = new ResourceRows(
                    units.offices(),
                    access.rows(actor, IMPORT),
                    code -> classes.find(code)
                            .filter(one -> one.level() >= ClassStore.DIRECTORY)
                            .isPresent(),
                    unitCode -> classes.ofUnit(unitCode).map(ClassStore.ResourceClass::code),
                    (unit, name) -> store.named(unit, name, null));
        }

        @Override
        public List<SheetRow.Outcome> take(List<SheetRow> rows) {
            List<SheetRow.Outcome> done = new ArrayList<>();
            for (SheetRow row : rows) {
                if (!row.get("name").isBlank()) {
                    done.addAll(end());
                }
                group.add(row);
            }
            return done;
        }

        @Override
        public List<SheetRow.Outcome> end() {
            if (group.isEmpty()) {
                return List.of();
            }
            List<SheetRow> rows = List.copyOf(group);
            group.clear();
            ResourceRows.Verdict verdict = rules.judge(rows);
            SheetRow first = rows.getFirst();
            List<SheetRow.Outcome> done = new ArrayList<>();
            ResourceRows.Wanted wanted = verdict.wanted();
            done.add(
                    wanted == null
                            ? first.bad("", first.get("name"), verdict.problemsOf(first.line()))
                            : taken(first, wanted));
            for (SheetRow row : rows.subList(1, rows.size())) {
                String title = row.get("itemTitle");
                done.add(
                        wanted == null
                                ? row.bad("", title, verdict.problemsOf(row.line()))
                                : row.good("", title, "信息项"));
            }
            return done;
        }

        private SheetRow.Outcome taken(SheetRow row, ResourceRows.Wanted wanted) {
            CoreMetadata core = compiling.core(wanted.content(), wanted.unit().uscc());
            String rest = core.complete() ? "" : "，待补：" + String.join("、", core.missing());
            if (batch.dryRun()) {
                return row.good(wanted.classCode(), wanted.content().name(), "可以导入" + rest);
            }
            Fresh fresh = new Fresh(
                    wanted.unit(),
                    wanted.classCode(),
                    wanted.content(),
                    Origin.SHEET,
                    batch.id().toString(),
                    false);
            Entry made = compiling.create(actor, fresh);
            return row.good(made.code(), made.name(), "已建立，待编制" + rest);
        }
    }
}
