package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.contracts.items.ItemType;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.time.LegalTerm;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** What the list of the province and ours do not agree on, as tickets for the units (差异单). */
@Component
class Differences {
    static final String SETTLE = "items.difference.settle";

    private final DifferenceStore store;
    private final Units units;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    Differences(DifferenceStore store, Units units, Access access, Audit audit, Clock clock) {
        this.store = store;
        this.units = units;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** Kinds of differences. */
    enum Kind {
        MISSING("本地缺"),
        EXTRA("本地多"),
        DIFFERENT("不一致");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** Compares the batch with the items in use; joins the caller's transaction. @return the result in a sentence */
    String compare(Actor actor, UUID batch, boolean dryRun) {
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        for (DifferenceStore.Pair pair : store.pairs(batch)) {
            Kind kind = kind(pair);
            if (kind != null) {
                counts.merge(kind, 1, Integer::sum);
                if (!dryRun) {
                    open(batch, kind, pair);
                }
            }
        }
        int settled = dryRun ? 0 : store.settleOthers(batch, clock.instant());
        StringBuilder result = new StringBuilder();
        for (Kind kind : Kind.values()) {
            result.append(kind.label())
                    .append(' ')
                    .append(counts.getOrDefault(kind, 0))
                    .append(" 项，");
        }
        result.append("已消除 ").append(settled).append(" 项");
        audit.record(actor, new AuditEvent("items.compare", "import", batch.toString(), "与省系统比对：" + result, Map.of()));
        return result.toString();
    }

    private static @Nullable Kind kind(DifferenceStore.Pair pair) {
        if (pair.name() == null) {
            return Kind.MISSING;
        }
        if (pair.cells() == null) {
            return Kind.EXTRA;
        }
        return unlike(pair).isEmpty() ? null : Kind.DIFFERENT;
    }

    private void open(UUID batch, Kind kind, DifferenceStore.Pair pair) {
        String name = pair.name() == null ? cell(pair, ImportColumn.NAME) : pair.name();
        UUID unitId = pair.unitId();
        String unitName = pair.unitName();
        if (kind == Kind.MISSING) {
            Unit unit = units.offices().stream()
                    .filter(u -> pair.code().startsWith(u.uscc()))
                    .findFirst()
                    .orElse(null);
            unitId = unit == null ? null : unit.id();
            unitName = unit == null ? "" : unit.name();
        }
        String detail = switch (kind) {
            case MISSING -> "省系统有，本地没有";
            case EXTRA -> "本地有，省系统没有";
            case DIFFERENT -> String.join("；", unlike(pair));
        };
        store.open(batch, kind, pair, name, unitId, unitName, detail, clock.instant());
    }

    private static List<String> unlike(DifferenceStore.Pair pair) {
        List<String> unlike = new ArrayList<>();
        differ(unlike, "名称", String.valueOf(pair.name()), cell(pair, ImportColumn.NAME));
        String type = cell(pair, ImportColumn.TYPE);
        ItemType local = ItemType.ofCode(String.valueOf(pair.type())).orElse(ItemType.OTHER_POWER);
        if (!type.isEmpty() && !type.equals(local.label()) && !("0" + type).endsWith(local.code())) {
            differ(unlike, "事项类型", local.label(), type);
        }
        String promise = cell(pair, ImportColumn.PROMISE);
        if (!promise.isEmpty()) {
            differ(unlike, "承诺时限", String.valueOf(pair.promise()), written(promise));
        }
        differ(
                unlike,
                "到现场次数",
                String.valueOf(pair.visits()),
                cell(pair, ImportColumn.VISITS).replace("次", ""));
        String online = cell(pair, ImportColumn.ONLINE);
        boolean there = online.equals("是") || online.equals("1") || online.equals("true");
        differ(unlike, "网上可办", pair.online() ? "是" : "否", online.isEmpty() ? "" : there ? "是" : "否");
        return unlike;
    }

    /** The province's term as our list writes it. */
    private static String written(String term) {
        try {
            return TermLength.text(
                    term.matches("[0-9]{1,5}")
                            ? LegalTerm.workdays(Integer.parseInt(term))
                            : term.equals("当场办结") ? LegalTerm.workdays(0) : LegalTerm.parse(term));
        } catch (Fault e) {
            return term;
        }
    }

    private static void differ(List<String> unlike, String name, String local, String province) {
        if (!province.isEmpty() && !province.equals(local)) {
            unlike.add(name + "：本地“" + local + "”，省“" + province + "”");
        }
    }

    private static String cell(DifferenceStore.Pair pair, ImportColumn column) {
        if (pair.cells() == null) {
            return "";
        }
        JsonNode cells = ContentJson.JSON.readTree(pair.cells());
        return cells.path(column.name()).asString("");
    }

    /** Closes a ticket with what was done about it. @throws Fault {@code items.difference-settled} */
    @Transactional
    public void settle(Actor actor, UUID id, String note) {
        if (note == null || note.isBlank()) {
            throw Fault.at("/note", ItemsError.ELEMENT_MISSING, "处理说明");
        }
        DifferenceStore.Ticket ticket = store.find(id).orElseThrow(() -> new Fault(ItemsError.DIFFERENCE_UNKNOWN));
        if (!access.rows(actor, SETTLE).covers(ticket.unitId(), null, null)) {
            throw new Fault(ItemsError.DIFFERENCE_UNKNOWN);
        }
        if (!store.settle(id, actor.name(), note, clock.instant())) {
            throw new Fault(ItemsError.DIFFERENCE_SETTLED);
        }
        audit.record(
                actor,
                new AuditEvent(
                        "items.difference.settle",
                        "item",
                        ticket.code(),
                        "处理差异单：" + ticket.name() + "，" + note,
                        Map.of("kind", ticket.kind())));
    }
}
