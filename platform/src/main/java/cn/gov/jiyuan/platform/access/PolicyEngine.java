package cn.gov.jiyuan.platform.access;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Answers from a copy of the policy in memory, renewed when its epoch in the database moves. */
@Component
final class PolicyEngine implements Access {
    private final PolicyStore store;
    private final ObjectProvider<UnitDirectory> units;
    private volatile Loaded loaded;

    private record Loaded(long epoch, Policy policy) {}

    PolicyEngine(PolicyStore store, ObjectProvider<UnitDirectory> units) {
        this.store = store;
        this.units = units;
        store.adopt(PolicyFiles.read());
        this.loaded = new Loaded(store.epoch(), store.load());
    }

    @EventListener(ApplicationStartedEvent.class)
    @Scheduled(fixedDelay = 5_000)
    void renew() {
        long epoch = store.epoch();
        if (epoch != loaded.epoch()) {
            loaded = new Loaded(epoch, store.load());
        }
    }

    @Override
    public boolean may(Actor actor, String permission) {
        return switch (permission) {
            case Permitted.PUBLIC -> true;
            case Permitted.SIGNED_IN -> !actor.isAnonymous();
            default -> reach(actor, permission).isPresent();
        };
    }

    @Override
    public void require(Actor actor, String permission) {
        if (!may(actor, permission)) {
            throw new Fault(actor.isAnonymous() ? AccessError.SIGN_IN : AccessError.FORBIDDEN, title(permission));
        }
    }

    @Override
    public RowScope rows(Actor actor, String permission) {
        return reach(actor, permission).map(reach -> scope(actor, reach)).orElseGet(RowScope.None::new);
    }

    @Override
    public Set<String> permissions(Actor actor) {
        Set<String> held = new HashSet<>();
        Policy policy = loaded.policy();
        for (String role : actor.roles()) {
            policy.grants().getOrDefault(role, List.of()).forEach(grant -> held.add(grant.permission()));
        }
        return held;
    }

    private String title(String permission) {
        return loaded.policy().permissions().getOrDefault(permission, permission);
    }

    private Optional<Reach> reach(Actor actor, String permission) {
        Policy policy = loaded.policy();
        return actor.roles().stream()
                .flatMap(role -> policy.grants().getOrDefault(role, List.of()).stream())
                .filter(grant -> grant.permission().equals(permission))
                .map(Policy.Grant::reach)
                .min(Comparator.naturalOrder());
    }

    private RowScope scope(Actor actor, Reach reach) {
        UUID unit = actor.unitId();
        return switch (reach) {
            case ALL -> new RowScope.All();
            case OWN -> new RowScope.Owner(actor.principalId());
            case UNIT -> unit == null ? new RowScope.None() : new RowScope.Units(Set.of(unit));
            case UNIT_TREE ->
                unit == null
                        ? new RowScope.None()
                        : new RowScope.Units(units.getObject().withDescendants(unit));
            case AREA ->
                unit == null
                        ? new RowScope.None()
                        : new RowScope.Areas(Set.of(units.getObject().areaOf(unit)));
        };
    }
}
