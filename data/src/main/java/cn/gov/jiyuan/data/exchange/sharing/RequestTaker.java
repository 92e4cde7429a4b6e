package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.contracts.catalogue.SharingType;
import cn.gov.jiyuan.data.exchange.sharing.ShareRequest.Mode;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.cases.ActionInput;
import cn.gov.jiyuan.platform.cases.CaseView;
import cn.gov.jiyuan.platform.cases.Cases;
import cn.gov.jiyuan.platform.federation.Batch;
import cn.gov.jiyuan.platform.federation.BatchTaker;
import cn.gov.jiyuan.platform.federation.ExchangeRow;
import cn.gov.jiyuan.platform.federation.ExchangeRow.Operation;
import cn.gov.jiyuan.platform.federation.Peer;
import cn.gov.jiyuan.platform.portal.Texts;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Takes requests of other installations for resources of ours; each becomes a case of this house. */
@Component
final class RequestTaker implements BatchTaker {
    private static final int USUAL_DAILY = 1_000;
    private static final int USUAL_PER_SECOND = 10;
    private static final int LONGEST = 1_000;
    private static final Set<String> IN_USE = Set.of("inuse", "suspended");

    private final LinkedStore linked;
    private final RequestStore store;
    private final DirectoryStore directory;
    private final RequestDesk desk;
    private final Cases cases;
    private final Texts texts;
    private final Clock clock;

    RequestTaker(
            LinkedStore linked,
            RequestStore store,
            DirectoryStore directory,
            RequestDesk desk,
            Cases cases,
            Texts texts,
            Clock clock) {
        this.linked = linked;
        this.store = store;
        this.directory = directory;
        this.desk = desk;
        this.cases = cases;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public String recordType() {
        return RequestCard.TYPE;
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
            UUID foreign = UUID.fromString(row.recordId());
            if (row.operation() == Operation.D) {
                end(from, foreign);
            } else {
                arrive(from, foreign, JsonMapper.shared().readValue(row.content(), RequestCard.class));
            }
            return Optional.empty();
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.of(new Returned(row.rowGuid(), "BAD_CONTENT", "申请内容不合格式。"));
        } catch (Fault fault) {
            String words = texts.of(fault.code().code(), fault.arguments());
            return Optional.of(new Returned(row.rowGuid(), "BAD_REQUEST", words));
        }
    }

    /** Whoever asked does not need it any more. */
    private void end(Peer from, UUID foreign) {
        linked.of(from.code(), Linked.Side.ANSWERED, foreign)
                .flatMap(link -> store.find(link.requestId()))
                .filter(request -> IN_USE.contains(request.state()))
                .ifPresent(request -> act(request, "stop", from.name() + "不再使用"));
    }

    private void arrive(Peer from, UUID foreign, RequestCard card) {
        UUID id = UUID.nameUUIDFromBytes((from.code() + ":" + foreign).getBytes(StandardCharsets.UTF_8));
        Optional<ShareRequest> before = store.find(id);
        if (before.isPresent() && !before.get().state().equals("returned")) {
            throw new Fault(SharingError.CHANGED);
        }
        ShareRequest request =
                checked(from, id, card, before.map(ShareRequest::version).orElse(1));
        if (before.isPresent()) {
            if (!store.rewrite(request)) {
                throw new Fault(SharingError.CHANGED);
            }
        } else {
            store.insert(request, clock.instant());
            desk.open(Actor.SYSTEM, request, LocalDate.now(clock));
        }
        linked.open(id, from.code(), Linked.Side.ANSWERED, foreign, clock.instant());
        act(store.find(id).orElseThrow(), "arrive", from.name() + "报来，申请号 " + card.number());
    }

    private void act(ShareRequest request, String action, String reason) {
        UUID caseId = java.util.Objects.requireNonNull(request.caseId());
        CaseView present = cases.find(caseId).orElseThrow();
        cases.act(Actor.SYSTEM, caseId, present.version(), action, ActionInput.NONE.withReason(reason));
    }

    private ShareRequest checked(Peer from, UUID id, RequestCard card, int version) {
        Entry entry = directory
                .find(card.resource())
                .filter(found -> found.listed() && found.origin() == null)
                .orElseThrow(() -> new Fault(SharingError.NOT_LISTED, card.resource()));
        if (entry.sharing() == SharingType.NONE) {
            throw new Fault(SharingError.NOT_SHARED, entry.name(), String.valueOf(entry.refusalBasis()));
        }
        if (card.validTo() == null
                || !card.validTo().isAfter(LocalDate.now(clock))
                || card.validTo().isAfter(LocalDate.now(clock).plusYears(5))) {
            throw new Fault(SharingError.BAD_VALID_TO);
        }
        UUID unit = ForeignResources.unitOf(from.code(), text("申请部门", card.unit()));
        return new ShareRequest(
                id,
                null,
                null,
                ShareRequest.DRAFT,
                entry.code(),
                entry.name(),
                entry.sharing().name(),
                unit,
                from.name() + " · " + text("申请部门", card.unitName()),
                entry.unitId(),
                entry.unitName(),
                Actor.SYSTEM.personId(),
                text("申请人", card.applicantName()),
                text("用途", card.purpose()),
                card.sceneItem(),
                text("应用场景", card.sceneName()),
                text("依据", card.legalBasis()),
                Mode.BATCH,
                text("使用频次", card.frequency()),
                card.validTo(),
                null,
                RequestDesk.fields(entry, card.items()),
                RequestDesk.conditions(entry, card.conditions()),
                USUAL_DAILY,
                USUAL_PER_SECOND,
                List.of(),
                List.of(),
                null,
                false,
                0,
                "",
                version,
                card.demo());
    }

    private static String text(String label, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new Fault(SharingError.MISSING, label);
        }
        if (text.length() > LONGEST) {
            throw new Fault(SharingError.TOO_LONG, label, LONGEST);
        }
        return text.strip();
    }
}
