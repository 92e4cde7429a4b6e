package cn.gov.jiyuan.platform.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.RowScope;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.feed.Feed;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordTest {
    private static final Desk DESK = new Desk(50);
    private final Actor clerk = Desk.official(Desk.MARKET);

    @BeforeEach
    void readingAndWriting() {
        DESK.journal.events.clear();
        DESK.policy
                .revokeAll()
                .grant("desk.matter.read", new RowScope.All())
                .grant("desk.matter.write", new RowScope.All());
    }

    private RecordRow save(int row, long version, Map<String, String> seen, Map<String, String> values) {
        return DESK.records.update(clerk, Desk.MATTER, new Edit(Desk.id(row), version, seen, values));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "00000000-0000-0000-0000-0000000fffff", "' OR '1'='1"})
    void a_key_that_leads_nowhere_is_missing(String id) {
        assertThatThrownBy(() -> DESK.records.one(clerk, Desk.MATTER, id))
                .hasMessageContaining("records.unknown-record");
    }

    @Test
    void a_row_out_of_scope_is_as_missing_as_one_that_is_not_there() {
        DESK.policy.grant("desk.matter.read", new RowScope.Units(Set.of(Desk.HEALTH)));
        assertThat(DESK.records.one(clerk, Desk.MATTER, Desk.id(1)).label()).isEqualTo("JY00000001");
        assertThatThrownBy(() -> DESK.records.one(clerk, Desk.MATTER, Desk.id(0)))
                .hasMessageContaining("records.unknown-record");
    }

    @Test
    void unmasking_needs_permission_purpose_and_reach_and_is_told_to_the_person() {
        assertThatThrownBy(() -> DESK.records.inClear(clerk, Desk.MATTER, Desk.id(1), "核对申请人证件"))
                .hasMessageContaining("access.forbidden");
        DESK.policy.grant("desk.matter.unmask", new RowScope.Units(Set.of(Desk.HEALTH)));
        assertThatThrownBy(() -> DESK.records.inClear(clerk, Desk.MATTER, Desk.id(1), " 看 "))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.pointer()).isEqualTo("/purpose"));
        assertThatThrownBy(() -> DESK.records.inClear(clerk, Desk.MATTER, Desk.id(0), "核对申请人证件"))
                .hasMessageContaining("records.unknown-record");
        assertThat(DESK.journal.events).isEmpty();

        RecordRow row = DESK.records.inClear(clerk, Desk.MATTER, Desk.id(1), "核对申请人证件");
        assertThat(row.cells().get("applicant").text()).isEqualTo("王芳");
        assertThat(row.cells().get("idNumber").text()).isEqualTo("4190011990030700000001");
        AuditEvent event = DESK.journal.of("records.unmask").getFirst();
        assertThat(event.subjectType()).isEqualTo("party");
        assertThat(event.subjectId()).isEqualTo(new UUID(0, 1).toString());
        assertThat(event.summary()).isEqualTo("市场监管局李敏为“核对申请人证件”查看了办件中的申请人、证件号码");
        assertThat(event.toString()).doesNotContain("王芳").doesNotContain("41900119900307");
    }

    @Test
    void an_edit_raises_the_version_and_is_recorded() {
        RecordRow saved = save(2, 1, Map.of(), Map.of("state", "decided", "fee", "88.00"));
        assertThat(saved.version()).isEqualTo(2);
        assertThat(saved.cells().get("state").text()).isEqualTo("办结");
        AuditEvent event = DESK.journal.of("records.update").getFirst();
        assertThat(event.summary()).contains("修改了办件的");
        assertThat(event.detail().get("fee")).isEqualTo(Map.of("before", "21.00", "after", "88.00"));
        assertThat(DESK.journal.changes).extracting(Feed.Change::topic).contains("desk.matter.changed");
    }

    @Test
    void the_second_editor_sees_what_differs_and_nothing_is_saved() {
        save(3, 1, Map.of(), Map.of("state", "decided", "title", "甲改的名称"));
        EditConflict conflict = catchThrowableOfType(
                EditConflict.class,
                () -> save(
                        3,
                        1,
                        Map.of("state", "refused", "title", "食品生产许可变更", "fee", "31.50"),
                        Map.of("title", "乙改的名称")));
        assertThat(conflict.storedVersion()).isEqualTo(2);
        assertThat(conflict.differences())
                .containsExactly(
                        new Difference("title", "事项名称", "食品生产许可变更", "乙改的名称", "甲改的名称"),
                        new Difference("state", "状态", "不予许可", "不予许可", "办结"));
        assertThat(conflict.differences()).extracting(Difference::clashes).containsExactly(true, false);
        assertThat(DESK.records
                        .one(clerk, Desk.MATTER, Desk.id(3))
                        .cells()
                        .get("title")
                        .text())
                .isEqualTo("甲改的名称");
        assertThat(save(3, 2, Map.of(), Map.of("title", "乙改的名称")).version()).isEqualTo(3);
    }

    @Test
    void of_two_who_save_at_once_one_is_told() throws Exception {
        var pool = java.util.concurrent.Executors.newFixedThreadPool(4);
        try (pool) {
            var saved = java.util.stream.IntStream.range(0, 8)
                    .mapToObj(n -> pool.submit(() -> {
                        try {
                            save(4, 1, Map.of(), Map.of("title", "第 " + n + " 人"));
                            return 1;
                        } catch (EditConflict conflict) {
                            return 0;
                        }
                    }))
                    .toList();
            int winners = 0;
            for (var one : saved) {
                winners += one.get();
            }
            assertThat(winners).isEqualTo(1);
        }
    }

    @Test
    void a_mask_sent_back_changes_nothing_and_a_new_number_is_sealed() {
        assertThat(save(5, 1, Map.of(), Map.of("idNumber", "4********************5"))
                        .version())
                .isEqualTo(1);
        assertThat(save(5, 1, Map.of(), Map.of("idNumber", "41900120000101001X"))
                        .version())
                .isEqualTo(2);
        assertThat(DESK.records
                        .totals(clerk, Desk.MATTER, DESK.query("idNumber", "41900120000101001x"))
                        .count())
                .isEqualTo(1);
        assertThat(DESK.journal.of("records.update").toString()).doesNotContain("41900120000101001X");
    }

    @Test
    void a_wrong_value_a_refused_one_and_a_closed_column_are_named() {
        assertPointer("/values/fee", Map.of("fee", "-1"));
        assertThatThrownBy(() -> save(6, 1, Map.of(), Map.of("state", "lost"))).hasMessageContaining("records.value");
        assertPointer("/values/title", Map.of("title", ""));
        assertPointer("/values/number", Map.of("number", "JY1"));
        assertPointer("/values/version", Map.of("version", "7"));
    }

    private void assertPointer(String pointer, Map<String, String> values) {
        assertThatThrownBy(() -> save(6, 1, Map.of(), values))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.pointer()).isEqualTo(pointer));
    }

    @Test
    void what_may_be_read_may_not_therefore_be_written() {
        DESK.policy.grant("desk.matter.write", new RowScope.Units(Set.of(Desk.MARKET)));
        assertThatThrownBy(() -> save(7, 1, Map.of(), Map.of("title", "越权")))
                .hasMessageContaining("records.unknown-record");
        assertThat(DESK.records.one(clerk, Desk.MATTER, Desk.id(7)).version()).isEqualTo(1);
    }

    @Test
    void history_says_what_changed_from_version_to_version() {
        DESK.database
                .jdbc()
                .sql("INSERT INTO desk.matter_version VALUES (?, 1, '2024-01-01+08', '甲', '旧名称', 'accepted', 1),"
                        + " (?, 2, '2024-02-01+08', '乙', '新名称', 'decided', 1)")
                .params(UUID.fromString(Desk.id(8)), UUID.fromString(Desk.id(8)))
                .update();
        var history = DESK.records.history(clerk, Desk.MATTER, Desk.id(8));
        assertThat(history).extracting(HistoryEntry::version).containsExactly(2L, 1L);
        assertThat(history.getFirst().by()).isEqualTo("乙");
        assertThat(history.getFirst().changes())
                .containsExactly(
                        new HistoryEntry.Change("title", "事项名称", "旧名称", "新名称"),
                        new HistoryEntry.Change("state", "状态", "受理", "办结"));
    }
}
