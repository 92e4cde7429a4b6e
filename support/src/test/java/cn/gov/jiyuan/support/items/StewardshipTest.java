package cn.gov.jiyuan.support.items;

import static cn.gov.jiyuan.support.items.ItemsFixture.CODE;
import static cn.gov.jiyuan.support.items.ItemsFixture.PUBLISHER;
import static cn.gov.jiyuan.support.items.ItemsFixture.STEWARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.jiyuan.contracts.items.ItemContent;
import cn.gov.jiyuan.contracts.items.ItemFilter;
import cn.gov.jiyuan.contracts.items.ItemPublished;
import cn.gov.jiyuan.contracts.items.ItemVersionRef;
import cn.gov.jiyuan.contracts.items.Material;
import cn.gov.jiyuan.contracts.items.VersionState;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.time.LegalTerm;
import cn.gov.jiyuan.platform.access.RowScope;
import cn.gov.jiyuan.platform.feed.Feed;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class StewardshipTest {
    private final ItemsFixture fixture = new ItemsFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void theShippedItemIsInForceAndTold() {
        assertThat(fixture.items.inForce(CODE)).hasValueSatisfying(guide -> {
            assertThat(guide.version()).isEqualTo(1);
            assertThat(guide.name()).isEqualTo("食品经营许可（新办）");
            assertThat(guide.handlingCode()).hasSize(33);
            assertThat(guide.content().topics().aliases()).contains("开饭店", "奶茶店");
        });
        assertThat(fixture.items.count(ItemFilter.ofTopic("准营准办"))).isEqualTo(ItemsFixture.shippedOn("准营准办"));
        assertThat(fixture.items.list(ItemFilter.ofUnit("market"), null, 10))
                .filteredOn(line -> line.code().equals(CODE))
                .singleElement()
                .satisfies(line -> assertThat(line.promise()).isEqualTo("5 个工作日"));
        assertThat(fixture.fed)
                .extracting(Feed.Change::topic)
                .hasSize(ReferenceItems.all().size())
                .containsOnly(ItemPublished.TOPIC);
    }

    @Test
    void aPromiseLongerThanTheLawIsBlocked() {
        ItemVersionRef ref =
                fixture.aDraftWith(c -> ItemsFixture.withTerms(c, LegalTerm.workdays(20), LegalTerm.workdays(25)));
        assertThatThrownBy(() -> fixture.inTransaction(() -> fixture.stewardship.submit(STEWARD, ref)))
                .isInstanceOfSatisfying(Fault.class, fault -> {
                    assertThat(fault.code()).isEqualTo(ItemsError.PROMISE_OVER_LEGAL);
                    assertThat(fault.pointer()).isEqualTo("/terms/promise");
                    assertThat(fault.arguments()).containsExactly("25 个工作日", "20 个工作日");
                });
        assertThat(fixture.items.version(ref).state()).isEqualTo(VersionState.DRAFT);
        assertThat(fixture.stewardship.sentence(fixture.stewardship.check(ref).getFirst()))
                .isEqualTo("承诺时限 25 个工作日 超过法定时限 20 个工作日，请把承诺时限改为不超过法定时限后再提交。");
    }

    @Test
    void termsOfDifferentUnitsAreCompared() {
        assertThat(TermLength.exceeds(LegalTerm.workdays(20), LegalTerm.naturalDays(20)))
                .isTrue();
        assertThat(TermLength.exceeds(LegalTerm.workdays(20), LegalTerm.parse("1 个月")))
                .isFalse();
        assertThat(TermLength.exceeds(LegalTerm.hours(24), LegalTerm.naturalDays(1)))
                .isFalse();
    }

    @Test
    void aMaterialThatMayFollowMakesANewVersionAndOpenCasesKeepTheirs() {
        ItemVersionRef accepted = fixture.items.inForce(CODE).orElseThrow().ref();
        ItemVersionRef next = fixture.aDraftWith(c -> layoutMayFollow(c));
        fixture.publish(next);

        assertThat(need(fixture.items.version(accepted).content())).isEqualTo(Material.Need.REQUIRED);
        assertThat(fixture.items.version(accepted).state()).isEqualTo(VersionState.SUPERSEDED);
        assertThat(fixture.items.inForce(CODE)).hasValueSatisfying(guide -> {
            assertThat(guide.ref()).isEqualTo(next);
            assertThat(need(guide.content())).isEqualTo(Material.Need.MAY_FOLLOW);
        });
        assertThat(ElementDiff.between(
                        fixture.items.version(accepted).content(),
                        fixture.items.version(next).content()))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.path()).startsWith("申请材料〔M03〕").endsWith("必要性");
                    assertThat(change.before()).isEqualTo("必要");
                    assertThat(change.after()).isEqualTo("容缺后补");
                });
    }

    @Test
    void aVersionForLaterTakesEffectOnItsDay() {
        ItemVersionRef next = fixture.aDraftWith(c -> layoutMayFollow(c));
        ItemContent content = fixture.items.version(next).content();
        fixture.inTransaction(
                () -> fixture.stewardship.save(STEWARD, next, 2, content, LocalDate.of(2026, 12, 1), null));
        fixture.publish(next);
        assertThat(fixture.items.inForce(CODE).orElseThrow().version()).isEqualTo(1);
        assertThat(fixture.items
                        .inForce(CODE, LocalDate.of(2026, 12, 1))
                        .orElseThrow()
                        .version())
                .isEqualTo(2);

        fixture.clock.set("2026-11-30T16:00:01Z");
        fixture.inTransaction(() -> fixture.stewardship.turnover(LocalDate.now(fixture.clock)));
        assertThat(fixture.items.inForce(CODE).orElseThrow().version()).isEqualTo(2);
        assertThat(fixture.items.version(new ItemVersionRef(CODE, 1)).state()).isEqualTo(VersionState.SUPERSEDED);
        assertThat(fixture.stewardship.turnover(LocalDate.now(fixture.clock))).isFalse();
    }

    @Test
    void aCancelledItemIsAcceptedUntilItsDayAndNoLonger() {
        fixture.inTransaction(() -> fixture.stewardship.cancel(PUBLISHER, CODE, LocalDate.of(2026, 11, 27), "省级目录取消"));
        assertThat(fixture.items.inForce(CODE)).isPresent();
        fixture.clock.set("2026-11-27T01:00:00Z");
        fixture.inTransaction(() -> fixture.stewardship.turnover(LocalDate.now(fixture.clock)));
        assertThat(fixture.items.inForce(CODE)).isEmpty();
        assertThat(fixture.items.list(ItemFilter.ALL, null, 100))
                .noneMatch(item -> item.code().equals(CODE));
        assertThat(fixture.items.version(new ItemVersionRef(CODE, 1)).state()).isEqualTo(VersionState.CANCELLED);
    }

    @Test
    void whoEditedAVersionMayNotPublishIt() {
        ItemVersionRef ref = fixture.aDraftWith(c -> c);
        fixture.inTransaction(() -> fixture.stewardship.submit(STEWARD, ref));
        assertThatThrownBy(() -> fixture.inTransaction(() -> fixture.stewardship.pass(STEWARD, ref, null)))
                .hasMessageContaining("items.same-person");
        fixture.approve(ref);
        assertThatThrownBy(() -> fixture.inTransaction(() -> fixture.stewardship.publish(ItemsFixture.LAWYER, ref)))
                .hasMessageContaining("items.same-person");
    }

    @Test
    void aSaveOverSomebodyElsesIsRefused() {
        ItemVersionRef ref = fixture.aDraftWith(c -> c);
        ItemContent content = fixture.items.version(ref).content();
        assertThatThrownBy(() ->
                        fixture.inTransaction(() -> fixture.stewardship.save(STEWARD, ref, 1, content, null, null)))
                .hasMessageContaining("items.revision");
    }

    @Test
    void onlyOneVersionIsOpenAndOnlyDraftsChange() {
        ItemVersionRef ref = fixture.aDraftWith(c -> c);
        assertThatThrownBy(() -> fixture.inTransaction(() -> fixture.stewardship.draft(STEWARD, CODE)))
                .hasMessageContaining("items.draft-exists");
        fixture.inTransaction(() -> fixture.stewardship.submit(STEWARD, ref));
        assertThatThrownBy(() -> fixture.inTransaction(() -> fixture.stewardship.submit(STEWARD, ref)))
                .hasMessageContaining("items.action-not-allowed");
    }

    @Test
    void aStewardOfAnotherUnitIsRefused() {
        fixture.reach(new RowScope.Units(Set.of(new UUID(0, 7))));
        assertThatThrownBy(() -> fixture.inTransaction(() -> fixture.stewardship.draft(STEWARD, CODE)))
                .hasMessageContaining("items.not-your-unit");
    }

    @Test
    void everyGapIsNamedAtOnce() {
        ItemVersionRef ref = fixture.aDraftWith(c -> ItemsFixture.edited(c, tree -> {
            tree.putArray("legalBasis");
            tree.putArray("conditions");
            ((ObjectNode) tree.path("handling")).put("kind", "ON_THE_SPOT").put("formId", "nowhere");
        }));
        assertThat(fixture.stewardship.check(ref))
                .extracting(Shortfall::pointer)
                .contains("/legalBasis", "/conditions", "/terms/promise", "/specialProcedures", "/handling/formId");
        assertThatThrownBy(() -> fixture.inTransaction(() -> fixture.stewardship.submit(STEWARD, ref)))
                .hasMessageContaining("items.incomplete");
    }

    private static ItemContent layoutMayFollow(ItemContent content) {
        return ItemsFixture.edited(
                content, tree -> ((ObjectNode) tree.path("materials").get(2)).put("need", "MAY_FOLLOW"));
    }

    private static Material.Need need(ItemContent content) {
        return content.materials().get(2).need();
    }
}
