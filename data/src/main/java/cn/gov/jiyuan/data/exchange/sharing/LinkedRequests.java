package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.data.exchange.backflow.BackflowRight;
import cn.gov.jiyuan.data.exchange.backflow.BackflowRights;
import cn.gov.jiyuan.data.exchange.sharing.DecisionCard.Decision;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.federation.Federation;
import cn.gov.jiyuan.platform.federation.Federation.Outgoing;
import cn.gov.jiyuan.platform.hub.DataType;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Requests for what another installation provides, and requests of others for what we provide (跨平台申请). */
@Component
final class LinkedRequests implements BackflowRights {
    /** What only the provider's own installation can do. */
    private static final Set<String> THEIRS = Set.of("admit", "forward", "renew", "dispute");

    private final LinkedStore store;
    private final RequestStore requests;
    private final DirectoryStore directory;
    private final Federation federation;
    private final Units units;

    LinkedRequests(
            LinkedStore store, RequestStore requests, DirectoryStore directory, Federation federation, Units units) {
        this.store = store;
        this.requests = requests;
        this.directory = directory;
        this.federation = federation;
        this.units = units;
    }

    void demandPossible(ShareRequest request, String action) {
        Optional<Entry.Origin> origin = origin(request);
        if (origin.isPresent() && THEIRS.contains(action)) {
            throw new Fault(SharingError.FOREIGN, request.resourceName());
        }
        if (!action.equals("report")) {
            return;
        }
        if (origin.isEmpty()) {
            throw new Fault(SharingError.NOT_FOREIGN);
        }
        if (federation.peer(origin.get().peer()).isEmpty()) {
            throw new Fault(SharingError.NO_PEER, request.resourceName());
        }
    }

    private Optional<Entry.Origin> origin(ShareRequest request) {
        return directory.find(request.resourceCode()).map(Entry::origin);
    }

    /** What follows from an action for the other side. */
    void acted(UUID id, String action, String words, Instant at) {
        if (action.equals("report")) {
            report(requests.find(id).orElseThrow(), at);
            return;
        }
        store.find(id).ifPresent(linked -> {
            if (linked.side() == Linked.Side.ASKED) {
                asked(linked, action, at);
            } else {
                answered(linked, action, words, at);
            }
        });
    }

    private void report(ShareRequest request, Instant at) {
        Entry.Origin origin = origin(request).orElseThrow(() -> new Fault(SharingError.NOT_FOREIGN));
        store.open(request.id(), origin.peer(), Linked.Side.ASKED, request.id(), at);
        federation.put(new Outgoing(
                origin.peer(),
                RequestCard.TYPE,
                request.id().toString(),
                "共享申请 " + request.number() + "：" + request.resourceName(),
                request.unitId(),
                RequestCard.of(request, origin.code(), at)));
    }

    private void asked(Linked linked, String action, Instant at) {
        switch (action) {
            case "foreign-grant", "resume" -> store.state(linked.requestId(), Linked.State.GRANTED, at);
            case "suspend" -> store.state(linked.requestId(), Linked.State.OPEN, at);
            case "foreign-refuse", "foreign-return", "expire" ->
                store.state(linked.requestId(), Linked.State.CLOSED, at);
            case "stop", "accept" -> {
                store.state(linked.requestId(), Linked.State.CLOSED, at);
                federation.remove(
                        linked.peer(), RequestCard.TYPE, linked.requestId().toString());
            }
            default -> {
                // Steps within our own house.
            }
        }
    }

    private void answered(Linked linked, String action, String words, Instant at) {
        switch (action) {
            case "grant", "resume" -> decided(linked, Decision.GRANTED, Linked.State.GRANTED, words, at);
            case "refuse", "give-up", "rule-against" ->
                decided(linked, Decision.REFUSED, Linked.State.CLOSED, words, at);
            case "send-back", "give-back" -> decided(linked, Decision.RETURNED, Linked.State.OPEN, words, at);
            case "suspend" -> decided(linked, Decision.SUSPENDED, Linked.State.OPEN, words, at);
            case "expire", "stop" -> decided(linked, Decision.ENDED, Linked.State.CLOSED, words, at);
            default -> {
                // Steps within our own house.
            }
        }
    }

    private void decided(Linked linked, Decision decision, Linked.State state, String words, Instant at) {
        store.state(linked.requestId(), state, at);
        ShareRequest request = requests.find(linked.requestId()).orElseThrow();
        List<RequestedField> fields = decision == Decision.GRANTED ? request.fields() : List.of();
        federation.put(new Outgoing(
                linked.peer(),
                DecisionCard.TYPE,
                linked.foreignId().toString(),
                "对共享申请 " + request.number() + " 的决定",
                ShareType.AUTHORITY,
                new DecisionCard(decision, words, fields, at)));
    }

    @Override
    public Optional<BackflowRight> find(String peer, UUID request) {
        return store.of(peer, Linked.Side.ASKED, request)
                .filter(linked -> linked.state() == Linked.State.GRANTED)
                .flatMap(linked -> requests.find(linked.requestId()))
                .flatMap(this::right);
    }

    private Optional<BackflowRight> right(ShareRequest request) {
        return directory.find(request.resourceCode()).map(entry -> {
            Map<String, SharedItem> items = new HashMap<>();
            entry.items().forEach(item -> items.put(item.name(), item));
            return new BackflowRight(
                    request.id(),
                    request.resourceName(),
                    units.find(request.unitId()).map(Unit::code).orElse("data"),
                    request.given().stream()
                            .map(field -> item(field, items.get(field.name())))
                            .toList());
        });
    }

    private static BackflowRight.Item item(RequestedField field, @org.jspecify.annotations.Nullable SharedItem item) {
        boolean masked = field.mask() != null;
        return item == null
                ? new BackflowRight.Item(field.name(), field.title(), DataType.TEXT, false, true, true)
                : new BackflowRight.Item(
                        field.name(), field.title(), type(item.type()), item.key(), item.personal(), masked);
    }

    private static DataType type(String letter) {
        return switch (letter) {
            case "N", "Y", "B", "F" -> DataType.DECIMAL;
            case "I" -> DataType.INTEGER;
            case "D" -> DataType.DATE;
            case "T" -> DataType.MOMENT;
            case "L" -> DataType.FLAG;
            default -> DataType.TEXT;
        };
    }
}
