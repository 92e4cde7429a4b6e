package cn.gov.jiyuan.data.catalogue;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.cases.ActionInput;
import cn.gov.jiyuan.platform.cases.CaseView;
import cn.gov.jiyuan.platform.cases.Cases;
import cn.gov.jiyuan.platform.cases.NewCase;
import cn.gov.jiyuan.platform.messages.Messages;
import cn.gov.jiyuan.platform.parties.Parties;
import cn.gov.jiyuan.platform.parties.Post;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Sends work orders to providers and ends those that are no longer needed, in the caller's transaction. */
@Component
final class Orders {
    private final Cases cases;
    private final Units units;
    private final Parties parties;
    private final Messages messages;
    private final Clock clock;

    Orders(Cases cases, Units units, Parties parties, Messages messages, Clock clock) {
        this.cases = cases;
        this.units = units;
        this.parties = parties;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * An order to be sent.
     *
     * @param kind LAG or CENSUS @param code of the resource or census round @param key by which a second one is known
     */
    record Order(String kind, String code, UUID unitId, String title, String what, String key, boolean demo) {}

    void send(Order order) {
        Unit unit = units.get(order.unitId());
        UUID id = cases.open(Actor.SYSTEM, opened(order, unit));
        CaseView opened = cases.find(id).orElseThrow();
        if (!opened.state().equals("found")) {
            return;
        }
        cases.act(Actor.SYSTEM, id, opened.version(), "send", ActionInput.NONE.withReason(order.what()));
        for (Post post : parties.holders(unit.id(), "datasteward", LocalDate.now(clock))) {
            messages.send(
                    post.personId(), "catalogue.order", List.of(order.title(), order.what()), "/workbench/cases/" + id);
        }
    }

    private NewCase opened(Order order, Unit unit) {
        Unit authority = units.get(ResourceType.AUTHORITY);
        String prefix = "ML" + LocalDate.now(clock).format(DateTimeFormatter.BASIC_ISO_DATE);
        return new NewCase(
                OrderType.ID,
                order.title(),
                cases.nextNumber(prefix, 4),
                unit.id(),
                unit.areaCode(),
                authority.id(),
                authority.name(),
                NewCase.ApplicantKind.ORGANISATION,
                null,
                "catalogue:" + order.code(),
                Map.of("kind", order.kind(), "code", order.code(), "what", order.what()),
                order.key(),
                order.demo());
    }

    void lift(List<UUID> orders, String why) {
        for (UUID id : orders) {
            CaseView order = cases.find(id).orElseThrow();
            cases.act(Actor.SYSTEM, id, order.version(), "lift", ActionInput.NONE.withReason(why));
        }
    }
}
