package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.kernel.actor.ActingAs;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.parties.DemoPopulation;
import cn.gov.jiyuan.platform.parties.DemoStaff;
import cn.gov.jiyuan.platform.parties.Unit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** The people of the demonstration in the capacity in which they act on matters of one unit. */
final class DemoOffice {
    private final Unit unit;
    private final List<Actor> clerks;
    private final List<Actor> reviewers;
    private final List<Actor> approvers;

    DemoOffice(Unit unit) {
        this.unit = unit;
        clerks = holders("clerk");
        reviewers = holders("reviewer");
        approvers = holders("approver");
    }

    /** Three different people for one matter. */
    record Trio(Actor clerk, Actor reviewer, Actor approver) {}

    Trio trio(SplittableRandom random) {
        Actor clerk = pick(clerks, random);
        Actor reviewer = pick(others(reviewers, Set.of(clerk)), random);
        return new Trio(clerk, reviewer, pick(others(approvers, Set.of(clerk, reviewer)), random));
    }

    /** The official with an account name. */
    Actor official(String login) {
        return DemoStaff.all().stream()
                .filter(official -> official.login().equals(login))
                .map(this::actor)
                .findFirst()
                .orElseThrow();
    }

    private List<Actor> holders(String role) {
        return DemoStaff.of(unit.code(), role).stream().map(this::actor).toList();
    }

    private Actor actor(DemoStaff.Official official) {
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
                3);
    }

    /** The legal representative of a firm acting for it. */
    static Actor representative(DemoPopulation.Firm firm) {
        return new Actor(
                firm.representative().id(),
                firm.representative().name(),
                ActingAs.ENTERPRISE,
                firm.id(),
                firm.name(),
                null,
                null,
                Set.of("enterprise"),
                3);
    }

    private static List<Actor> others(List<Actor> all, Set<Actor> but) {
        return all.stream().filter(actor -> !but.contains(actor)).toList();
    }

    private static Actor pick(List<Actor> all, SplittableRandom random) {
        return all.get(random.nextInt(all.size()));
    }
}
