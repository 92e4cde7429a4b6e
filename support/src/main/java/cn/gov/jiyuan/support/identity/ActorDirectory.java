package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.kernel.actor.ActingAs;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.time.DateText;
import cn.gov.jiyuan.platform.parties.Parties;
import cn.gov.jiyuan.platform.parties.Person;
import cn.gov.jiyuan.platform.parties.Post;
import cn.gov.jiyuan.platform.parties.Representation;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Builds the actor behind a session. Answers are kept for a few seconds only, so that a transfer or a revoked
 * authorisation takes effect at once on every node.
 */
@Component
final class ActorDirectory {
    /** Role of an agent for some items, or for none any more. */
    private static final String LIMITED = "agent";

    private final Parties parties;
    private final Units units;
    private final RealLevels levels;
    private final Clock clock;
    private final Cache<Key, Actor> recent = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofSeconds(5))
            .build();

    /** With the day: at midnight posts begin and end, and levels run out. */
    private record Key(UUID personId, Capacity capacity, LocalDate on) {}

    ActorDirectory(Parties parties, Units units, RealLevels levels, Clock clock) {
        this.parties = parties;
        this.units = units;
        this.levels = levels;
        this.clock = clock;
    }

    /** The actor, or {@link Actor#ANONYMOUS} if the person or the capacity is no longer there. */
    Actor actor(SignedIn signedIn) {
        Key key = key(signedIn);
        Actor known = recent.getIfPresent(key);
        if (known != null) {
            return known;
        }
        // Built outside the cache's lock: whoever waits for that lock may hold the connection that building waits for.
        Actor built = build(key.personId(), key.capacity()).orElse(Actor.ANONYMOUS);
        recent.put(key, built);
        return built;
    }

    void forget(SignedIn signedIn) {
        recent.invalidate(key(signedIn));
    }

    private Key key(SignedIn signedIn) {
        return new Key(signedIn.personId(), signedIn.capacity(), today());
    }

    /** The capacity in which somebody starts: his first post, or himself. */
    Capacity initial(UUID personId) {
        return parties.posts(personId, today()).stream()
                .findFirst()
                .map(post -> new Capacity(ActingAs.OFFICIAL, post.id()))
                .orElse(Capacity.SELF);
    }

    List<CapacityOption> options(SignedIn signedIn) {
        List<CapacityOption> options = new ArrayList<>();
        options.add(option(signedIn, Capacity.SELF, "本人", "以自己的名义办理", signedIn.personId()));
        for (Representation right : parties.representations(signedIn.personId(), today())) {
            Capacity capacity = new Capacity(right.enterprise() ? ActingAs.ENTERPRISE : ActingAs.OTHER, right.id());
            LocalDate end = right.validTo();
            String note = right.relation().label()
                    + (right.isLimited() ? "，限授权的 " + right.items().size() + " 个事项" : "")
                    + (end == null ? "" : "，有效期至 " + DateText.full(end) + "（含当日）");
            options.add(option(signedIn, capacity, right.principalName(), note, right.principalId()));
        }
        for (Post post : parties.posts(signedIn.personId(), today())) {
            options.add(option(
                    signedIn,
                    new Capacity(ActingAs.OFFICIAL, post.id()),
                    units.get(post.unitId()).name(),
                    "公务身份，" + post.title(),
                    post.unitId()));
        }
        return options;
    }

    private static CapacityOption option(
            SignedIn signedIn, Capacity capacity, String label, String note, UUID principalId) {
        return new CapacityOption(capacity, label, note, capacity.equals(signedIn.capacity()), principalId);
    }

    private Optional<Actor> build(UUID personId, Capacity capacity) {
        return parties.person(personId).flatMap(person -> switch (capacity.actingAs()) {
            case SELF -> Optional.of(self(person));
            case OTHER, ENTERPRISE -> represented(person, capacity);
            case OFFICIAL -> official(person, capacity);
            default -> Optional.empty();
        });
    }

    private Actor self(Person person) {
        return new Actor(
                person.id(),
                person.name(),
                ActingAs.SELF,
                person.id(),
                person.name(),
                null,
                null,
                Set.of("citizen"),
                levels.level(person));
    }

    /**
     * Who acts by a power that is over stays in that capacity, without any role: his forms must not go on in his own name,
     * and each of them tells him why not.
     */
    private Optional<Actor> represented(Person person, Capacity capacity) {
        UUID grant = capacity.subjectId();
        List<Representation> rights = parties.representations(person.id(), today());
        return rights.stream()
                .filter(right -> right.id().equals(grant))
                .findFirst()
                .map(right -> represented(person, capacity, right, right.principalName(), role(rights, right)))
                .or(() -> grant == null
                        ? Optional.empty()
                        : parties.representation(grant)
                                .filter(right -> right.agentId().equals(person.id()))
                                .map(right -> represented(
                                        person, capacity, right, right.principalName() + "（授权已失效）", LIMITED)))
                .or(() -> Optional.of(self(person)));
    }

    /** Whoever may do some things only sees nothing of the principal but these things. */
    private static String role(List<Representation> rights, Representation right) {
        boolean unlimited = rights.stream()
                .anyMatch(other -> other.principalId().equals(right.principalId()) && !other.isLimited());
        return unlimited ? (right.enterprise() ? "enterprise" : "citizen") : LIMITED;
    }

    private Actor represented(
            Person person, Capacity capacity, Representation right, String principalName, String role) {
        return new Actor(
                person.id(),
                person.name(),
                capacity.actingAs(),
                right.principalId(),
                principalName,
                null,
                null,
                Set.of(role),
                levels.level(person));
    }

    private Optional<Actor> official(Person person, Capacity capacity) {
        return parties.posts(person.id(), today()).stream()
                .filter(post -> post.id().equals(capacity.subjectId()))
                .findFirst()
                .map(post -> official(person, post));
    }

    private Actor official(Person person, Post post) {
        Unit unit = units.get(post.unitId());
        Set<String> roles = new HashSet<>(post.roles());
        roles.add("official");
        return new Actor(
                person.id(),
                post.officialName(),
                ActingAs.OFFICIAL,
                person.id(),
                post.officialName(),
                unit.id(),
                unit.shortName(),
                roles,
                levels.level(person));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
