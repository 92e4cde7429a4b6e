package cn.gov.jiyuan.support.items;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.contracts.items.ItemFilter;
import cn.gov.jiyuan.contracts.items.ItemUsage;
import cn.gov.jiyuan.kernel.id.Ids;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How much an item is used, and how long it takes, comes from matters and from nothing else. */
class UsageCountTest {
    private int number;

    @Test
    void halfOfTheMattersTookNoLongerThanTheMedianOverHolidaysToo() {
        try (ItemsFixture fixture = new ItemsFixture()) {
            fixture.clock.set("2025-11-03T02:00:00Z");
            LocalDate today = LocalDate.now(fixture.clock);
            for (int i = 0; i < 3; i++) {
                matter(fixture, "2025-09-29", "2025-09-29");
            }
            matter(fixture, "2025-09-30", "2025-10-09");
            matter(fixture, "2025-09-29", "2025-10-15");
            UsageCount usage = counted(fixture);
            ItemUsage.Actual actual = usage.actual(ItemsFixture.CODE).orElseThrow();
            assertThat(actual.matters()).isEqualTo(5);
            assertThat(actual.medianText()).isEqualTo("当天");
            assertThat(actual.ninth()).isEqualTo(7);
            assertThat(usage.countedUntil()).isEqualTo(today);
            assertThat(usage.since(LocalDate.parse("2025-09-30"), 5))
                    .singleElement()
                    .satisfies(use -> assertThat(use.count()).isEqualTo(1));
        }
    }

    @Test
    void fewerThanFiveMattersSayNothing() {
        try (ItemsFixture fixture = new ItemsFixture()) {
            fixture.clock.set("2025-11-03T02:00:00Z");
            for (int i = 0; i < 4; i++) {
                matter(fixture, "2025-09-29", "2025-09-30");
            }
            assertThat(counted(fixture).actual(ItemsFixture.CODE)).isEmpty();
            matter(fixture, "2025-09-29", null);
            assertThat(counted(fixture).actual(ItemsFixture.CODE))
                    .as("a matter without decision does not count")
                    .isEmpty();
        }
    }

    @Test
    void whatIsUsedMostStandsFirstAndCountingTwiceChangesNothing() {
        try (ItemsFixture fixture = new ItemsFixture()) {
            fixture.clock.set("2025-11-03T02:00:00Z");
            matter(fixture, "2025-09-29", null);
            counted(fixture);
            counted(fixture);
            assertThat(fixture.store.listByUse(ItemFilter.ALL, null, 1))
                    .singleElement()
                    .satisfies(item -> assertThat(item.code()).isEqualTo(ItemsFixture.CODE))
                    .satisfies(item -> assertThat(item.uses()).isEqualTo(1));
        }
    }

    private static UsageCount counted(ItemsFixture fixture) {
        UsageCount usage = fixture.usage();
        usage.again();
        return usage;
    }

    private void matter(ItemsFixture fixture, String accepted, @Nullable String decided) {
        OffsetDateTime from = at(fixture, accepted);
        fixture.database
                .jdbc()
                .sql("""
                        insert into cases.matter (id, type, type_version, number, title, state, version, sequence, unit_id,
                               applicant_id, applicant_kind, applicant_name, applicant_masked, subject_ref, clock_state,
                               opened_at, accepted_at, decided_at, last_event_at, data, is_demo)
                        values (:id, 'onestop.matter', 1, :number, '食品经营许可', 'review', 1, 1, :unit, :id, 'PERSON', '', '张*',
                               :subject, 'NONE', :opened, :opened, :decided, :opened, '{}', false)
                        """)
                .param("id", Ids.next())
                .param("number", "N" + ++number)
                .param("unit", ItemsFixture.MARKET.id())
                .param("subject", ItemsFixture.CODE + " v1")
                .param("opened", from)
                .param("decided", decided == null ? null : at(fixture, decided))
                .update();
    }

    private static OffsetDateTime at(ItemsFixture fixture, String day) {
        return LocalDateTime.parse(day + "T10:00")
                .atZone(fixture.clock.getZone())
                .toOffsetDateTime();
    }
}
