package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.data.exchange.backflow.Backflow;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.records.Mask;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What came down for a request, for the unit that asked for it; what is personal is shown masked. */
@RestController
@RequestMapping("/api/exchange/requests/{id}/backflow")
class BackflowController {
    private final RequestDesk desk;
    private final Backflow backflow;
    private final Audit audit;
    private final TransactionTemplate transactions;

    BackflowController(RequestDesk desk, Backflow backflow, Audit audit, PlatformTransactionManager manager) {
        this.desk = desk;
        this.backflow = backflow;
        this.audit = audit;
        this.transactions = new TransactionTemplate(manager);
    }

    /** @param rows of the version in force altogether @param page some of them, values by column */
    record View(
            String dataset,
            long version,
            long rows,
            @Nullable String at,
            Map<String, String> titles,
            List<Map<String, @Nullable Object>> page) {}

    @GetMapping
    @Permitted("exchange.request.read")
    View rows(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        ShareRequest request = desk.seen(actor, id);
        if (!request.unitId().equals(actor.unitId())) {
            throw new Fault(SharingError.NOT_OURS);
        }
        Backflow.Holding holding = backflow.holding(id).orElse(null);
        if (holding == null) {
            return new View(Backflow.datasetOf(id), 0, 0, null, Map.of(), List.of());
        }
        Set<String> personal = Set.copyOf(backflow.personal(id));
        List<Map<String, @Nullable Object>> page = backflow.rows(id, after, limit);
        page.forEach(row -> row.replaceAll((name, value) -> shown(personal.contains(name), name, value)));
        transactions.executeWithoutResult(status -> audit.record(
                actor,
                new AuditEvent(
                        "exchange.backflow.read",
                        "exchange.request",
                        id.toString(),
                        "查看了“" + request.resourceName() + "”的回流数据 " + page.size() + " 行",
                        Map.of("dataset", holding.dataset(), "version", holding.version()))));
        return new View(
                holding.dataset(),
                holding.version(),
                holding.rows(),
                holding.at().toString(),
                backflow.titles(id),
                page);
    }

    private static @Nullable Object shown(boolean personal, String name, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        String text = value.toString();
        return personal ? (name.startsWith("id_") ? Mask.ID_NUMBER : Mask.NAME).of(text) : text;
    }
}
