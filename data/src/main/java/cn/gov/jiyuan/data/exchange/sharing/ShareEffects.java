package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.cases.CaseEffects;
import cn.gov.jiyuan.platform.cases.Transition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What follows from each action on a share request: its row, the grant, the demands, messages to those who act next. */
@Component
final class ShareEffects implements CaseEffects {
    private static final Set<String> REPLIES = Set.of("agree", "refuse", "give-back");
    private static final Set<String> TOLD_APPLICANT = Set.of(
            "return",
            "send-back",
            "give-back",
            "refuse",
            "grant",
            "suspend",
            "resume",
            "rule-against",
            "settle",
            "foreign-grant",
            "foreign-refuse",
            "foreign-return",
            "give-up",
            "rule-for");

    private final RequestStore store;
    private final GrantKeeper grants;
    private final Supervision supervision;
    private final DemandStore demands;
    private final Tidings tidings;
    private final LinkedRequests linked;
    private final java.time.Clock clock;

    ShareEffects(
            RequestStore store,
            GrantKeeper grants,
            Supervision supervision,
            DemandStore demands,
            Tidings tidings,
            LinkedRequests linked,
            java.time.Clock clock) {
        this.store = store;
        this.grants = grants;
        this.supervision = supervision;
        this.demands = demands;
        this.tidings = tidings;
        this.linked = linked;
        this.clock = clock;
    }

    @Override
    public String caseType() {
        return ShareType.ID;
    }

    @Override
    public Result after(Transition transition) {
        UUID caseId = transition.matter().id();
        ShareRequest request = store.ofCase(caseId).orElseThrow(() -> new Fault(SharingError.UNKNOWN));
        String action = transition.action().id();
        check(request, transition, action);
        Instant due = action.equals("forward") ? transition.matter().dueAt() : null;
        if (action.equals("forward")) {
            store.asksAgain(request.id());
        }
        Instant replied = REPLIES.contains(action) ? transition.at() : null;
        store.moved(request.id(), transition.matter().state(), words(transition), due, replied);
        follow(request, transition, action);
        linked.acted(request.id(), action, words(transition), transition.at());
        tell(request, action, words(transition));
        return Result.NONE;
    }

    private void check(ShareRequest request, Transition transition, String action) {
        linked.demandPossible(request, action);
        boolean direct = request.sharing().equals("UNCONDITIONAL");
        if (action.equals("admit") && !direct) {
            throw new Fault(SharingError.CONDITIONAL, request.resourceName());
        }
        if (action.equals("forward") && direct) {
            throw new Fault(SharingError.UNCONDITIONAL, request.resourceName());
        }
        if (action.equals("suspend")) {
            UUID unit = transition.actor().unitId();
            boolean party = request.unitId().equals(unit)
                    || request.providerUnitId().equals(unit)
                    || ShareType.AUTHORITY.equals(unit)
                    || transition.actor().equals(cn.gov.jiyuan.kernel.actor.Actor.SYSTEM);
            if (!party) {
                throw new Fault(SharingError.NOT_OURS);
            }
        }
    }

    private void follow(ShareRequest request, Transition transition, String action) {
        switch (action) {
            case "agree", "admit", "settle", "rule-for" -> approveRest(request);
            case "grant" -> {
                grants.open(store.find(request.id()).orElseThrow(), transition.at());
                store.renewed(request.id());
                demands.granted(request.demands(), transition.at());
            }
            case "renew" -> store.renewTo(request.id(), renewal(transition, request));
            case "suspend" -> grants.suspend(request.id());
            case "resume" -> grants.resume(request.id());
            case "stop", "withdraw", "accept", "give-up", "rule-against" -> grants.end(request.id());
            default -> {}
        }
        if (REPLIES.contains(action) || action.equals("withdraw")) {
            supervision.settle(request.id().toString());
        }
    }

    private LocalDate renewal(Transition transition, ShareRequest request) {
        Object asked = transition.input().data().get("validTo");
        LocalDate day = day(asked);
        if (day == null || !day.isAfter(request.validTo()) || !day.isAfter(LocalDate.now(clock))) {
            throw Fault.at("/data/validTo", SharingError.BAD_VALID_TO);
        }
        return day;
    }

    private static @Nullable LocalDate day(@Nullable Object text) {
        try {
            return text == null ? null : LocalDate.parse(text.toString());
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private void approveRest(ShareRequest request) {
        List<RequestedField> decided = request.fields().stream()
                .map(field -> field.approved() == null ? field.decided(true, "", field.mask()) : field)
                .toList();
        if (decided.stream().noneMatch(RequestedField::given)) {
            throw new Fault(SharingError.NO_ITEM);
        }
        store.fields(request.id(), decided);
    }

    private void tell(ShareRequest request, String action, String words) {
        List<String> arguments = List.of(
                request.resourceName(),
                String.valueOf(request.number()),
                request.unitName(),
                request.providerUnitName(),
                words.isEmpty() ? "无" : words);
        String link = "/workbench/exchange/requests/" + request.id();
        if (TOLD_APPLICANT.contains(action)) {
            tidings.toUnit(request.unitId(), List.of("datasteward"), "exchange.sharing." + action, arguments, link);
        }
        if (action.equals("forward")) {
            tidings.toUnit(
                    request.providerUnitId(), List.of("datasteward"), "exchange.sharing.forward", arguments, link);
        }
        if (action.equals("suspend") || action.equals("rule-for") || action.equals("rule-against")) {
            tidings.toUnit(
                    request.providerUnitId(), List.of("datasteward"), "exchange.sharing." + action, arguments, link);
        }
    }

    static String words(Transition transition) {
        String reason = transition.input().reason();
        return reason.isBlank() ? transition.input().opinion() : reason;
    }
}
