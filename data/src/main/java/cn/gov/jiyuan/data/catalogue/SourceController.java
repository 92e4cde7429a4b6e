package cn.gov.jiyuan.data.catalogue;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.parties.Unit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Drafts of entries from the tables of a database. */
@RestController
@RequestMapping("/api/catalogue/sources")
class SourceController {
    private final SchemaReader reader;
    private final Compiling compiling;
    private final ResourceStore store;
    private final TransactionTemplate transactions;

    SourceController(SchemaReader reader, Compiling compiling, ResourceStore store, TransactionTemplate transactions) {
        this.reader = reader;
        this.compiling = compiling;
        this.store = store;
        this.transactions = transactions;
    }

    /** A place to look at. */
    record Look(@Nullable SourcePlace place) {}

    /** Which tables become entries. @param unitCode provider; the actor's own unit if null */
    record Wish(
            @Nullable SourcePlace place,
            @Nullable List<String> tables,
            @Nullable String unitCode,
            @Nullable String classCode) {}

    /** What came of a table. @param code null if the unit has an entry of that name */
    record Taken(String table, String name, @Nullable String code, String outcome) {}

    @PostMapping("/tables")
    @Permitted(ResourceTaker.IMPORT)
    List<SourceTable> tables(@RequestBody Look look) {
        return reader.tables(demanded(look.place()));
    }

    private static SourcePlace demanded(@Nullable SourcePlace place) {
        if (place == null) {
            throw new Fault(CatalogueError.SOURCE_PLACE);
        }
        return place;
    }

    /** All or none: a table that is not there stops it. */
    @PostMapping("/resources")
    @Permitted(ResourceTaker.IMPORT)
    List<Taken> take(Actor actor, @RequestBody Wish wish) {
        Map<String, SourceTable> found = reader.tables(demanded(wish.place())).stream()
                .collect(Collectors.toMap(SourceTable::name, Function.identity()));
        String code = Objects.requireNonNullElse(wish.unitCode(), "");
        Unit unit = code.isEmpty() ? compiling.ownUnit(actor) : compiling.unit(actor, code, ResourceTaker.IMPORT);
        String classCode = Objects.requireNonNullElse(wish.classCode(), "");
        String place = demanded(wish.place()).toString();
        List<SourceTable> wanted = Objects.requireNonNullElse(wish.tables(), List.<String>of()).stream()
                .map(name -> {
                    SourceTable table = found.get(name);
                    if (table == null) {
                        throw Fault.at("/tables", CatalogueError.TABLE_UNKNOWN, name);
                    }
                    return table;
                })
                .toList();
        return Objects.requireNonNull(transactions.execute(status -> wanted.stream()
                .map(table -> taken(actor, unit, classCode, table, place))
                .toList()));
    }

    private Taken taken(Actor actor, Unit unit, String classCode, SourceTable table, String place) {
        return store.named(unit.id(), table.title(), null)
                .map(code -> new Taken(table.name(), table.title(), null, "本单位已有同名的信息资源 " + code + "，没有建立"))
                .orElseGet(() -> {
                    Content content = Content.named(table.title())
                            .withItems(table.columns().stream()
                                    .map(SourceColumn::item)
                                    .toList());
                    Entry made =
                            compiling.create(actor, new Fresh(unit, classCode, content, Origin.SCHEMA, place, false));
                    return new Taken(table.name(), made.name(), made.code(), "已建立，待编制");
                });
    }
}
