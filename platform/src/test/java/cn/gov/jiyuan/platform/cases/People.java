package cn.gov.jiyuan.platform.cases;

import cn.gov.jiyuan.kernel.actor.ActingAs;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.access.RowScope;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The people of the tests: an office with clerks, reviewers and approvers, an applicant, a stranger from another unit. */
final class People {
    static final UUID UNIT = new UUID(1, 1);
    static final UUID OTHER_UNIT = new UUID(1, 2);

    static final Actor CLERK = official(1, "李窗口", UNIT, "clerk");
    static final Actor SECOND_CLERK = official(2, "王窗口", UNIT, "clerk");
    static final Actor REVIEWER = official(3, "赵审查", UNIT, "reviewer");
    static final Actor SECOND_REVIEWER = official(4, "孙审查", UNIT, "reviewer");
    static final Actor APPROVER = official(5, "周审批", UNIT, "approver");
    static final Actor JACK_OF_ALL = official(6, "吴全能", UNIT, "clerk", "reviewer", "approver");
    static final Actor EXPERT = official(7, "郑专家", OTHER_UNIT, "reviewer");
    static final Actor STRANGER = official(8, "冯外人", OTHER_UNIT, "clerk");
    static final Actor APPLICANT = citizen(20, "卫申请人");
    static final Actor OTHER_CITIZEN = citizen(21, "蒋路人");

    private static final Map<String, Set<String>> GRANTS = Map.of(
            "clerk", Set.of("test.accept", "test.licence.read", "cases.task.work"),
            "reviewer", Set.of("test.review", "test.prolong", "test.licence.read", "cases.task.work"),
            "approver", Set.of("test.decide", "test.licence.read", "cases.task.work"),
            "citizen", Set.of("test.apply"));

    /** Officials reach their unit, citizens their own cases. */
    static final Access ACCESS = new Access() {
        @Override
        public boolean may(Actor actor, String permission) {
            return permissions(actor).contains(permission);
        }

        @Override
        public void require(Actor actor, String permission) {
            if (!may(actor, permission)) {
                throw new cn.gov.jiyuan.kernel.error.Fault(
                        cn.gov.jiyuan.platform.access.AccessError.FORBIDDEN, permission);
            }
        }

        @Override
        public RowScope rows(Actor actor, String permission) {
            if (!may(actor, permission)) {
                return new RowScope.None();
            }
            UUID unit = actor.unitId();
            return unit == null ? new RowScope.Owner(actor.principalId()) : new RowScope.Units(Set.of(unit));
        }

        @Override
        public Set<String> permissions(Actor actor) {
            return actor.roles().stream()
                    .flatMap(role -> GRANTS.getOrDefault(role, Set.of()).stream())
                    .collect(java.util.stream.Collectors.toSet());
        }
    };

    private People() {}

    static Colleague colleague(Actor actor) {
        return Colleague.of(actor);
    }

    static Actor official(int number, String name, UUID unit, String... roles) {
        UUID id = new UUID(7, number);
        return new Actor(id, name, ActingAs.OFFICIAL, id, name, unit, "测试局", Set.of(roles), 4);
    }

    static Actor citizen(int number, String name) {
        UUID id = new UUID(8, number);
        return new Actor(id, name, ActingAs.SELF, id, name, null, null, Set.of("citizen"), 3);
    }
}
