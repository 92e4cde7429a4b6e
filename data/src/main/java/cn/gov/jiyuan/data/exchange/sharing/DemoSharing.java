package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.contracts.catalogue.Resource;
import cn.gov.jiyuan.contracts.catalogue.ResourceCatalogue;
import cn.gov.jiyuan.contracts.catalogue.ResourceItem;
import cn.gov.jiyuan.contracts.catalogue.SharingType;
import cn.gov.jiyuan.kernel.actor.ActingAs;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.cases.ActionInput;
import cn.gov.jiyuan.platform.cases.CaseView;
import cn.gov.jiyuan.platform.cases.Cases;
import cn.gov.jiyuan.platform.demo.DemoSource;
import cn.gov.jiyuan.platform.jobs.Progress;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import cn.gov.jiyuan.platform.keys.Sm3;
import cn.gov.jiyuan.platform.parties.DemoPopulation;
import cn.gov.jiyuan.platform.parties.DemoStaff;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Requests in all their states, grants, calls and demands of the demonstration, made by the same desks as any. */
@Component
final class DemoSharing implements DemoSource {
    private static final int LOOKED_AT = 400;
    private static final int CALLS = 240;
    private static final int DEMANDS = 60;
    /** How far each request goes. */
    private static final List<List<String>> WAYS = List.of(
            List.of(),
            List.of("approve"),
            List.of("return"),
            List.of("approve", "pass"),
            List.of("approve", "pass", "agree"),
            List.of("approve", "pass", "agree", "grant"),
            List.of("approve", "pass", "refuse"),
            List.of("approve", "pass", "refuse", "dispute"),
            List.of("approve", "pass", "refuse", "dispute", "escalate"),
            List.of("approve", "pass", "agree", "grant"),
            List.of("approve", "pass", "agree", "grant", "suspend"),
            List.of("approve", "send-back"),
            List.of("approve", "pass", "agree", "grant"));

    private static final List<String> SCENES = List.of("食品经营许可", "城乡居民最低生活保障", "灵活就业社会保险补贴", "出生一件事", "新办企业");

    private final ObjectProvider<ResourceCatalogue> catalogue;
    private final DirectoryStore directory;
    private final RequestStore requests;
    private final GrantStore grants;
    private final DemandStore demands;
    private final DeliveryStore deliveries;
    private final CallStore calls;
    private final RequestDesk desk;
    private final DemandDesk needs;
    private final Journal journal;
    private final Cases cases;
    private final Units units;
    private final PersonalCipher cipher;
    private final TransactionTemplate transactions;
    private final Clock clock;

    DemoSharing(
            ObjectProvider<ResourceCatalogue> catalogue,
            DirectoryStore directory,
            RequestStore requests,
            GrantStore grants,
            DemandStore demands,
            DeliveryStore deliveries,
            CallStore calls,
            RequestDesk desk,
            DemandDesk needs,
            Journal journal,
            Cases cases,
            Units units,
            PersonalCipher cipher,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.catalogue = catalogue;
        this.directory = directory;
        this.requests = requests;
        this.grants = grants;
        this.demands = demands;
        this.deliveries = deliveries;
        this.calls = calls;
        this.desk = desk;
        this.needs = needs;
        this.journal = journal;
        this.cases = cases;
        this.units = units;
        this.cipher = cipher;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public int order() {
        return 85;
    }

    @Override
    public String title() {
        return "数据共享";
    }

    @Override
    public void load(Progress progress) {
        transactions.executeWithoutResult(status -> clear());
        List<Resource> resources = resources();
        progress.total(WAYS.size() * 2L + DEMANDS + CALLS);
        progress.say("共享申请和授权");
        List<Grant> open = new ArrayList<>();
        for (int i = 0; i < WAYS.size() * 2 && !resources.isEmpty() && !progress.cancelled(); i++) {
            Resource resource = resources.get(i * 7 % resources.size());
            int number = i;
            UUID id = transactions.execute(status -> request(resource, WAYS.get(number % WAYS.size()), number));
            if (id != null) {
                grants.ofRequest(id)
                        .filter(grant -> grant.state() == Grant.State.ACTIVE)
                        .ifPresent(open::add);
            }
            progress.advance(1);
        }
        progress.say("需求清单");
        for (int i = 0; i < DEMANDS && !resources.isEmpty() && !progress.cancelled(); i++) {
            int number = i;
            transactions.executeWithoutResult(status -> demand(resources.get(number * 5 % resources.size()), number));
            progress.advance(1);
        }
        progress.say("调用日志");
        for (int i = 0; i < CALLS && !open.isEmpty() && !progress.cancelled(); i++) {
            journal.write(call(open.get(i % open.size()), i));
            progress.advance(1);
        }
    }

    private void clear() {
        deliveries.removeDemo();
        calls.removeDemo();
        grants.removeDemo();
        requests.removeDemo();
        demands.removeDemo();
    }

    /** Resources of units that have a steward; the feed brings the same ones, only later. */
    private List<Resource> resources() {
        ResourceCatalogue source = catalogue.getIfAvailable();
        if (source == null) {
            return List.of();
        }
        List<Resource> found = source.list(null, LOOKED_AT).stream()
                .filter(resource ->
                        !DemoStaff.of(resource.unitCode(), "datasteward").isEmpty())
                .toList();
        transactions.executeWithoutResult(status -> found.forEach(directory::put));
        return found.stream()
                .filter(resource -> resource.sharing() != SharingType.NONE)
                .toList();
    }

    private UUID request(Resource resource, List<String> way, int number) {
        String asking = resource.unitCode().equals("market") ? "civil" : "market";
        Actor steward = actor(asking, "datasteward");
        List<String> items =
                resource.items().stream().map(ResourceItem::name).limit(4).toList();
        String scene = SCENES.get(number % SCENES.size());
        ShareRequest request = desk.draft(
                steward,
                new RequestDesk.Draft(
                        resource.code(),
                        items,
                        "办理" + scene + "时核对申请人情况，不再要求提交证明",
                        null,
                        scene,
                        "《河南省政务数据安全管理暂行办法》和本部门权责清单",
                        number % 5 == 4 ? ShareRequest.Mode.FILE : ShareRequest.Mode.API,
                        "按件",
                        LocalDate.now(clock).plusMonths(12),
                        List.of(),
                        2_000,
                        20,
                        List.of(),
                        List.of(),
                        null));
        requests.markDemo(request.id());
        if (way.isEmpty()) {
            return request.id();
        }
        desk.submit(steward, request.id());
        for (String step : way) {
            act(resource, asking, request.id(), step);
        }
        return request.id();
    }

    private void act(Resource resource, String asking, UUID id, String step) {
        boolean direct = resource.sharing() == SharingType.UNCONDITIONAL;
        if (direct && Set.of("agree", "refuse", "dispute", "escalate").contains(step)) {
            return;
        }
        CaseView present = cases.find(java.util.Objects.requireNonNull(
                        requests.find(id).orElseThrow().caseId()))
                .orElseThrow();
        Actor actor = switch (step) {
            case "approve", "return" -> actor(asking, "approver");
            case "agree", "refuse" -> actor(resource.unitCode(), "datasteward");
            case "dispute" -> actor(asking, "datasteward");
            default -> actor("data", "datamanager");
        };
        String action = step.equals("pass") ? (direct ? "admit" : "forward") : step;
        if (cases.offers(actor, present.id()).stream()
                .anyMatch(offer -> offer.refusal() == null && offer.action().equals(action))) {
            cases.act(
                    actor,
                    present.id(),
                    present.version(),
                    action,
                    ActionInput.opinion(words(step)).withReason(words(step)));
        }
    }

    private static String words(String step) {
        return switch (step) {
            case "return", "send-back" -> "请补充依据的具体条款";
            case "refuse" -> "申请的用途与本部门共享条件不符";
            case "dispute" -> "属于履行法定职责必需";
            case "escalate" -> "双方意见不一致";
            case "suspend" -> "发现异常调用，先停用核查";
            default -> "同意";
        };
    }

    private void demand(Resource resource, int number) {
        String asking = resource.unitCode().equals("market") ? "labour" : "market";
        UUID id = needs.ask(
                actor(asking, "datasteward"),
                new DemandDesk.Need(
                        resource.name() + "用于" + SCENES.get(number % SCENES.size()),
                        resource.items().stream()
                                .map(ResourceItem::title)
                                .limit(3)
                                .toList(),
                        SCENES.get(number % SCENES.size()),
                        resource.unitCode()));
        demands.markDemo(id);
        if (number % 10 == 9) {
            needs.answer(
                    actor(resource.unitCode(), "datasteward"),
                    id,
                    new DemandDesk.Reply(
                            "涉及个人隐私，法律规定不得提供", null, null, true, Demand.BasisKind.LAW, "《中华人民共和国民法典》第一千零三十九条"));
        } else if (number % 4 != 3) {
            needs.answer(
                    actor(resource.unitCode(), "datasteward"),
                    id,
                    new DemandDesk.Reply("可以通过已有资源满足", resource.code(), null, false, null, null));
        }
    }

    private Call call(Grant grant, int number) {
        DemoPopulation.Citizen person = DemoPopulation.citizen(number % 40);
        Instant at = clock.instant().minus(Duration.ofMinutes(137L * (CALLS - number)));
        boolean refused = number % 17 == 16;
        String id = person.idNumber().value();
        return new Call(
                Ids.next(),
                at,
                grant.id(),
                grant.appKey(),
                grant.unitId(),
                grant.unitName(),
                number % 3 == 0 ? ShareApi.VERIFY : ShareApi.QUERY,
                grant.resourceCode(),
                grant.resourceName(),
                refused
                        ? ""
                        : "XK" + LocalDate.now(clock).getYear() + String.format(java.util.Locale.ROOT, "%06d", number),
                "核对申请人情况",
                "窗口受理员",
                Sm3.hex(("demo" + number).getBytes(StandardCharsets.UTF_8)),
                refused ? 0 : 1,
                1_500 + number * 31L % 4_000,
                refused ? 403 : 200,
                refused ? SharingError.NO_CASE.word() : Call.OK,
                "demo-" + Ids.next(),
                refused ? List.of() : List.of(cipher.blind("id-number", id)),
                !refused,
                true);
    }

    private Actor actor(String unitCode, String role) {
        DemoStaff.Official official = DemoStaff.of(unitCode, role).getFirst();
        Unit unit = units.get(Unit.idOf(unitCode));
        Set<String> roles = new HashSet<>(official.roles());
        roles.add("official");
        return new Actor(
                official.id(),
                official.name(),
                ActingAs.OFFICIAL,
                official.id(),
                official.name(),
                unit.id(),
                unit.shortName(),
                roles,
                4);
    }
}
