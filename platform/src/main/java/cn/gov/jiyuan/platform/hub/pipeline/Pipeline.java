package cn.gov.jiyuan.platform.hub.pipeline;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.hub.DataColumn;
import cn.gov.jiyuan.platform.hub.DataType;
import cn.gov.jiyuan.platform.hub.Dataset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The declaration of a pipeline (加工流程): rows of several origins become standard rows, are checked, and rows about the same
 * thing are merged into one golden record. It says nothing about the engine; its expressions use the functions that every
 * {@link Dialect} offers.
 *
 * @param name also the name of its lease, lower case with hyphens
 * @param target the dataset that each run replaces
 * @param fields standard columns besides the key; 15 at most
 * @param derived columns of the golden record computed from its {@code key}
 * @param checks rules on standard rows; 60 at most
 * @param key what identifies the thing, over standard columns; null where a row does not tell
 * @param keyType INTEGER or TEXT
 * @param linkage how rows without a key find their thing; null if they are left out
 * @param buckets parts in which rows are merged; more take less memory
 */
public record Pipeline(
        String name,
        String title,
        Target target,
        List<Field> fields,
        List<Derived> derived,
        List<Check> checks,
        List<Origin> origins,
        String key,
        DataType keyType,
        @Nullable Linkage linkage,
        int buckets) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,40}");
    /** Codes of origins and names of columns stand in SQL. */
    static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]{0,40}");

    /** The dataset that is made. @param unitCode house code of the unit that answers for it */
    public record Target(String dataset, String title, String unitCode) {}

    /** A column computed from the key. @param expression over {@code key} */
    public record Derived(DataColumn column, String expression) {}

    /** @throws Fault {@code pipeline.bad-declaration} with what is wrong */
    public Pipeline {
        fields = List.copyOf(fields);
        derived = List.copyOf(derived);
        checks = List.copyOf(checks);
        origins = List.copyOf(origins);
        demand(NAME.matcher(name).matches(), name, "名称不合规则");
        demand(!fields.isEmpty() && fields.size() <= 15, name, "标准数据项应为 1 至 15 个");
        demand(checks.size() <= 60, name, "规则不能超过 60 条");
        demand(!origins.isEmpty() && origins.size() <= 15, name, "数源应为 1 至 15 个");
        demand(keyType == DataType.INTEGER || keyType == DataType.TEXT, name, "主键应为整数或文本");
        demand(buckets >= 1 && buckets <= 256, name, "分桶数应为 1 至 256");
        Set<String> names = new HashSet<>(Set.of("key", "src", "rec", "upd", "flags", "bucket"));
        fields.forEach(field -> demand(names.add(field.name()), name, "数据项 " + field.name() + " 重复"));
        Set<String> codes = new HashSet<>();
        origins.forEach(origin -> demand(codes.add(origin.code()), name, "数源 " + origin.code() + " 重复"));
        Set<String> rules = new HashSet<>();
        checks.forEach(check -> demand(rules.add(check.name()), name, "规则 " + check.name() + " 重复"));
        for (Field field : fields) {
            demand(rules.containsAll(field.spoiledBy()), name, field.name() + " 引用了不存在的规则");
            demand(codes.containsAll(field.survivorship().named()), name, field.name() + " 的优先次序里有不存在的数源");
            origins.forEach(origin ->
                    demand(origin.cleaning().containsKey(field.name()), name, origin.code() + " 没有说明 " + field.name()));
        }
        if (linkage != null) {
            linkage.fields().forEach(one -> demand(names.contains(one), name, "匹配用到不存在的数据项 " + one));
        }
    }

    private static void demand(boolean held, String pipeline, String otherwise) {
        if (!held) {
            throw new Fault(PipelineError.BAD_DECLARATION, pipeline, otherwise);
        }
    }

    /** Standard column by name. */
    public Field field(String wanted) {
        return fields.stream()
                .filter(field -> field.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new Fault(PipelineError.BAD_DECLARATION, name, "没有数据项 " + wanted));
    }

    /**
     * The dataset that tells which record was put into which golden record (归并对照). Its column {@code via} says how it was
     * found: 0 by its key, 1 by comparison, 2 it stands alone.
     */
    public Dataset members() {
        return new Dataset(
                target.dataset() + "_member",
                target.title() + "归并对照",
                target.unitCode(),
                List.of(
                        DataColumn.of("key", "合并主键", keyType).ofPersons(),
                        DataColumn.of("origin", "数源", DataType.TEXT),
                        DataColumn.of("record", "来源记录号", DataType.INTEGER),
                        DataColumn.of("via", "归并方式", DataType.INTEGER),
                        DataColumn.of("score", "匹配权重", DataType.DECIMAL),
                        DataColumn.of("failed", "未通过的规则", DataType.INTEGER)),
                List.of(),
                1);
    }

    /** The dataset of golden records (黄金记录). */
    public Dataset dataset() {
        List<DataColumn> columns = new ArrayList<>();
        columns.add(DataColumn.of("key", "合并主键", keyType));
        derived.forEach(one -> columns.add(one.column()));
        fields.forEach(field -> columns.add(field.column()));
        columns.add(DataColumn.of("records", "来源记录数", DataType.INTEGER));
        columns.add(DataColumn.of("origins", "有记录的数源", DataType.INTEGER));
        columns.add(DataColumn.of("provenance", "各项取自哪个数源", DataType.INTEGER));
        columns.add(DataColumn.of("conflicts", "数源不一致的各项", DataType.INTEGER));
        return new Dataset(target.dataset(), target.title(), target.unitCode(), columns, List.of("key"), 1);
    }
}
