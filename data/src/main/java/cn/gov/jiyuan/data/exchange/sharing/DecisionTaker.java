package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.cases.ActionInput;
import cn.gov.jiyuan.platform.cases.CaseView;
import cn.gov.jiyuan.platform.cases.Cases;
import cn.gov.jiyuan.platform.federation.Batch;
import cn.gov.jiyuan.platform.federation.BatchTaker;
import cn.gov.jiyuan.platform.federation.ExchangeRow;
import cn.gov.jiyuan.platform.federation.ExchangeRow.Operation;
import cn.gov.jiyuan.platform.federation.Peer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Takes what another installation decided of a request of ours, and moves the case accordingly. */
@Component
final class DecisionTaker implements BatchTaker {
    private final LinkedStore linked;
    private final RequestStore store;
    private final Cases cases;

    DecisionTaker(LinkedStore linked, RequestStore store, Cases cases) {
        this.linked = linked;
        this.store = store;
        this.cases = cases;
    }

    @Override
    public String recordType() {
        return DecisionCard.TYPE;
    }

    @Override
    public List<Returned> take(Peer from, Batch batch) {
        List<Returned> refused = new ArrayList<>();
        for (ExchangeRow row : batch.rows()) {
            take(from, row).ifPresent(refused::add);
        }
        return refused;
    }

    private Optional<Returned> take(Peer from, ExchangeRow row) {
        try {
            Optional<ShareRequest> request = linked.of(from.code(), Linked.Side.ASKED, UUID.fromString(row.recordId()))
                    .flatMap(link -> store.find(link.requestId()));
            if (request.isEmpty() || row.operation() == Operation.D) {
                return refused(row, "UNKNOWN_REQUEST", "本平台没有向对方提出这个申请。");
            }
            DecisionCard card = JsonMapper.shared().readValue(row.content(), DecisionCard.class);
            return decide(request.get(), card, row);
        } catch (JacksonException | IllegalArgumentException e) {
            return refused(row, "BAD_CONTENT", "决定的内容不合格式。");
        }
    }

    private Optional<Returned> decide(ShareRequest request, DecisionCard card, ExchangeRow row) {
        UUID caseId = java.util.Objects.requireNonNull(request.caseId());
        CaseView present = cases.find(caseId).orElseThrow();
        String action = action(card, present.state());
        if (action.isEmpty()) {
            return refused(row, "WRONG_STATE", "申请处于“" + present.stateLabel() + "”，不能再接受这个决定。");
        }
        if (action.equals("foreign-grant")) {
            List<RequestedField> decided = decided(request, card);
            if (decided.stream().noneMatch(RequestedField::given)) {
                return refused(row, "NO_ITEM", "同意的信息项一项也不在申请之内。");
            }
            store.fields(request.id(), decided);
        }
        String words = card.words() == null || card.words().isBlank() ? "对方平台没有写明理由" : card.words();
        cases.act(Actor.SYSTEM, caseId, present.version(), action, ActionInput.NONE.withReason(words));
        return Optional.empty();
    }

    /** The action that a decision means in the present state; empty if none. */
    private static String action(DecisionCard card, String state) {
        boolean using = Set.of("inuse", "suspended").contains(state);
        return switch (card.decision()) {
            case GRANTED -> state.equals("above") || state.equals("suspended") ? "foreign-grant" : "";
            case REFUSED -> state.equals("above") ? "foreign-refuse" : "";
            case RETURNED -> state.equals("above") ? "foreign-return" : "";
            case SUSPENDED -> state.equals("inuse") ? "suspend" : "";
            case ENDED -> using ? "expire" : "";
        };
    }

    /** Only what was asked for can be given. */
    private static List<RequestedField> decided(ShareRequest request, DecisionCard card) {
        List<RequestedField> answers = card.fields() == null ? List.of() : card.fields();
        return request.fields().stream()
                .map(field -> answers.stream()
                        .filter(answer -> answer.name().equals(field.name()))
                        .findFirst()
                        .map(answer -> field.decided(answer.given(), answer.reason(), answer.mask()))
                        .orElseGet(() -> field.decided(false, "对方平台没有答复", field.mask())))
                .toList();
    }

    private static Optional<Returned> refused(ExchangeRow row, String type, String message) {
        return Optional.of(new Returned(row.rowGuid(), type, message));
    }
}
