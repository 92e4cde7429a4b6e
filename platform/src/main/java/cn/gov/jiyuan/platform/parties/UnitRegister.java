package cn.gov.jiyuan.platform.parties;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.UnitDirectory;
import cn.gov.jiyuan.platform.instance.Instance;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the few hundred units in memory, renewed every minute; a change of the tree is rare and not urgent. */
@Component
final class UnitRegister implements Units, UnitDirectory {
    private final JdbcClient jdbc;
    private volatile Tree tree;

    private record Tree(
            Map<UUID, Unit> byId, Map<String, Unit> byCode, Map<UUID, List<Unit>> children, List<Unit> all) {}

    UnitRegister(JdbcClient jdbc, TransactionTemplate transactions, Instance instance) {
        this.jdbc = jdbc;
        // All units or none: a node that starts beside this one, or after it died, must not find half a tree.
        transactions.executeWithoutResult(status -> new UnitReference(jdbc, instance.level()).adopt());
        this.tree = load();
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    void renew() {
        tree = load();
    }

    private Tree load() {
        List<Unit> units = jdbc.sql("""
                        select id, code, short_name, name, kind, level, area_code, uscc, parent_id
                          from parties.unit order by sort
                        """)
                .query((row, n) -> new Unit(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        Unit.Kind.valueOf(row.getString(5)),
                        row.getInt(6),
                        row.getString(7),
                        row.getString(8),
                        row.getObject(9, UUID.class)))
                .list();
        Map<UUID, Unit> byId = units.stream().collect(Collectors.toMap(Unit::id, Function.identity()));
        Map<String, Unit> byCode = units.stream().collect(Collectors.toMap(Unit::code, Function.identity()));
        Map<UUID, List<Unit>> children = units.stream()
                .filter(unit -> unit.parentId() != null)
                .collect(Collectors.groupingBy(unit -> Objects.requireNonNull(unit.parentId())));
        return new Tree(byId, byCode, children, units);
    }

    @Override
    public Optional<Unit> find(UUID id) {
        return Optional.ofNullable(tree.byId().get(id));
    }

    @Override
    public Optional<Unit> byCode(String code) {
        return Optional.ofNullable(tree.byCode().get(code));
    }

    @Override
    public Unit get(UUID id) {
        return find(id).orElseThrow(() -> new Fault(PartiesError.UNKNOWN, id));
    }

    @Override
    public List<Unit> children(UUID parentId) {
        return tree.children().getOrDefault(parentId, List.of());
    }

    @Override
    public List<Unit> offices() {
        return tree.all().stream()
                .filter(unit -> unit.kind() != Unit.Kind.VILLAGE)
                .sorted(Comparator.comparing(Unit::kind))
                .toList();
    }

    @Override
    public Set<UUID> withDescendants(UUID unitId) {
        Set<UUID> found = new HashSet<>();
        Deque<UUID> open = new ArrayDeque<>(List.of(unitId));
        while (!open.isEmpty()) {
            UUID next = open.pop();
            if (found.add(next)) {
                children(next).forEach(child -> open.push(child.id()));
            }
        }
        return found;
    }

    @Override
    public String areaOf(UUID unitId) {
        return get(unitId).areaCode();
    }
}
