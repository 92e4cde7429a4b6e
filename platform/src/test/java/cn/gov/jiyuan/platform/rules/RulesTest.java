package cn.gov.jiyuan.platform.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.jiyuan.kernel.actor.ActingAs;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.time.LegalTerm;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.database.TestDatabase;
import cn.gov.jiyuan.platform.database.TestPostgres;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Parameters have a basis and a day from which they hold; nobody changes one alone. */
class RulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final LocalDate NEXT_YEAR = LocalDate.of(2027, 1, 1);
    private static final String DECISION_TERM = "sample.decision.term";
    private static final Actor AUTHOR = official(1, "李静");
    private static final Actor APPROVER = official(2, "王强");

    private final TestDatabase database = TestPostgres.fresh();
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-22T02:00:00Z"), ZoneId.of("Asia/Shanghai"));
    private final ParameterStore store = new ParameterStore(database.jdbc());
    private final List<AuditEvent> audited = new ArrayList<>();
    private final RuleDesk desk =
            new AuditedRuleDesk(store, () -> new Remembering(audited), database.transactions(), clock);
    private final Seeds seeds = new Seeds(store, database.transactions(), clock);
    private long nanos;
    private final Rules rules = new CachedRules(store, () -> nanos);

    @BeforeEach
    void ship() {
        seeds.add(Seeds.shipped());
    }

    @Test
    void everyShippedParameterHoldsTodayAndNamesItsBasis() {
        assertThat(Seeds.shipped()).isNotEmpty().allSatisfy(seed -> {
            assertThat(rules.parameter(seed.key(), TODAY).explanation()).contains(seed.law());
            assertThat(seed.key()).matches("[a-z]+(\\.[a-z]+)+");
        });
    }

    @Test
    void aParameterExplainsItself() {
        assertThat(rules.term(DECISION_TERM, TODAY)).isEqualTo(LegalTerm.workdays(20));
        assertThat(rules.parameter(DECISION_TERM, TODAY).explanation())
                .isEqualTo("按《中华人民共和国行政许可法》第四十二条，自 2004-07-01 起为 20 个工作日");
        assertThat(rules.integer("sample.adult.age", TODAY)).isEqualTo(18);
        assertThat(rules.list("sample.excluded.procedures", TODAY)).contains("听证", "检疫");
    }

    @Test
    void anApprovedVersionFollowsTheOldOneFromItsDayOn() {
        Parameter approved = desk.approve(APPROVER, propose("15 个工作日", NEXT_YEAR, null));
        nanos += 2_000_000_000L;
        assertThat(rules.term(DECISION_TERM, NEXT_YEAR.minusDays(1))).isEqualTo(LegalTerm.workdays(20));
        assertThat(rules.term(DECISION_TERM, NEXT_YEAR)).isEqualTo(LegalTerm.workdays(15));
        assertThat(approved.approvedName()).isEqualTo("王强");
        assertThat(audited).extracting(AuditEvent::action).containsExactly("rules.propose", "rules.approve");
    }

    @Test
    void anotherNodeSeesTheChangeWithinASecond() {
        Rules otherNode = new CachedRules(store, () -> nanos);
        assertThat(otherNode.term(DECISION_TERM, NEXT_YEAR)).isEqualTo(LegalTerm.workdays(20));
        desk.approve(APPROVER, propose("15 个工作日", NEXT_YEAR, null));
        assertThat(otherNode.term(DECISION_TERM, NEXT_YEAR)).isEqualTo(LegalTerm.workdays(20));
        nanos += 1_000_000_000L;
        assertThat(otherNode.term(DECISION_TERM, NEXT_YEAR)).isEqualTo(LegalTerm.workdays(15));
    }

    @Test
    void theAuthorCannotApproveHisOwnDraft() {
        UUID draft = propose("15 个工作日", NEXT_YEAR, null);
        assertThatThrownBy(() -> desk.approve(AUTHOR, draft)).hasMessageContaining("rules.same-person");
        assertThat(rules.term(DECISION_TERM, NEXT_YEAR)).isEqualTo(LegalTerm.workdays(20));
    }

    @Test
    void aRuleDoesNotReachBackInTime() {
        UUID draft = propose("15 个工作日", TODAY.minusDays(1), null);
        assertThatThrownBy(() -> desk.approve(APPROVER, draft)).hasMessageContaining("rules.past");
    }

    @Test
    void overlappingPeriodsAreRefused() {
        desk.approve(APPROVER, propose("15 个工作日", NEXT_YEAR, NEXT_YEAR.plusDays(30)));
        UUID second = propose("12 个工作日", NEXT_YEAR.plusDays(30), null);
        assertThatThrownBy(() -> desk.approve(APPROVER, second)).hasMessageContaining("rules.overlap");
    }

    @Test
    void daysBetweenTwoVersionsAreNamedAndNotGuessed() {
        desk.approve(APPROVER, propose("15 个工作日", NEXT_YEAR, NEXT_YEAR.plusDays(30)));
        desk.approve(APPROVER, propose("12 个工作日", NEXT_YEAR.plusDays(41), null));
        assertThat(desk.history(DECISION_TERM).gaps())
                .containsExactly(new RuleDesk.Gap(NEXT_YEAR.plusDays(31), NEXT_YEAR.plusDays(40)));
        nanos += 2_000_000_000L;
        assertThatThrownBy(() -> rules.term(DECISION_TERM, NEXT_YEAR.plusDays(35)))
                .hasMessageContaining("rules.gap");
    }

    @Test
    void aValueOfAnotherTypeIsRefused() {
        assertThatThrownBy(() -> propose("二十天左右", NEXT_YEAR, null))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("rules.value");
    }

    @Test
    void shippingAgainNeitherDoublesNorOverwritesWhatTheCityChose() {
        desk.approve(APPROVER, propose("15 个工作日", NEXT_YEAR, null));
        seeds.add(Seeds.shipped());
        nanos += 2_000_000_000L;
        assertThat(desk.history(DECISION_TERM).versions()).hasSize(2);
        assertThat(rules.term(DECISION_TERM, NEXT_YEAR)).isEqualTo(LegalTerm.workdays(15));
    }

    private UUID propose(String value, LocalDate from, @Nullable LocalDate to) {
        return desk.propose(
                AUTHOR,
                new RuleDesk.Draft(
                        DECISION_TERM,
                        JsonMapper.shared().valueToTree(value),
                        from,
                        to,
                        new LegalBasis("济源示范区优化营商环境办法", "济管〔2026〕9 号", "第八条", Confidence.UNSURE)));
    }

    private static Actor official(long id, String name) {
        UUID person = new UUID(7, id);
        return new Actor(
                person, name, ActingAs.OFFICIAL, person, name, new UUID(8, 1), "政务服务和大数据管理局", Set.of("steward"), 4);
    }

    /** Keeps what would be audited. */
    private record Remembering(List<AuditEvent> events) implements Audit {
        @Override
        public void record(Actor actor, AuditEvent event) {
            events.add(event);
        }

        @Override
        public void recordAll(List<Past> past) {
            past.forEach(p -> events.add(p.event()));
        }
    }
}
