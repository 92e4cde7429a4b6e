package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.platform.parties.Representation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One act of granting somebody the right to act for another (授权代办), from the offer to its end. The right itself, once
 * accepted, is a {@link Representation} under the same id.
 *
 * @param items what it covers, with the names of that day; empty for all items
 * @param level real-name level asked of the agent
 * @param validTo last day, inclusive; null only for a guardian without one
 * @param replaces the delegation that ends when this one is accepted (移交); null if none
 * @param remindedAt when the agent last asked for a renewal
 */
record Delegation(
        UUID id,
        UUID principalId,
        boolean enterprise,
        UUID agentId,
        Representation.Relation relation,
        List<Item> items,
        int level,
        LocalDate validFrom,
        LocalDate validTo,
        DelegationState state,
        @Nullable UUID replaces,
        Instant offeredAt,
        @Nullable Instant remindedAt,
        int version) {
    record Item(String code, String name) {}

    /** One thing that happened to it. */
    record Event(Instant at, UUID personId, String what, String note) {}

    Delegation {
        items = List.copyOf(items);
    }

    boolean isOver(LocalDate on) {
        return validTo.isBefore(on);
    }

    boolean inForce(LocalDate on) {
        return state == DelegationState.ACTIVE && !isOver(on) && !validFrom.isAfter(on);
    }

    Set<String> codes() {
        return items.stream().map(Item::code).collect(Collectors.toUnmodifiableSet());
    }

    String scope() {
        return items.isEmpty()
                ? "全部事项"
                : items.stream().map(Item::name).map(name -> "“" + name + "”").collect(Collectors.joining("、"));
    }

    /** State as told to people on a day. */
    String status(LocalDate on) {
        if (state != DelegationState.ACTIVE) {
            return state.label();
        }
        return isOver(on) ? "已到期" : validFrom.isAfter(on) ? "未到生效日" : state.label();
    }

    Representation right(String principalName) {
        return new Representation(
                id, principalId, principalName, enterprise, agentId, relation, validFrom, validTo, codes(), level);
    }
}
