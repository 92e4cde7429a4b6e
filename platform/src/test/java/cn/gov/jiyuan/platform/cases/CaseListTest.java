package cn.gov.jiyuan.platform.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.platform.access.RowScope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Lists of cases reach exactly as far as the scope, page by page. */
class CaseListTest {
    private final Office office = new Office();
    private final InboxStore store =
            new InboxStore(new JdbcTemplate(office.database.dataSource()), new CaseTypes(List.of(LicenceCases.TYPE)));

    @Test
    void each_scope_sees_its_rows_once() {
        office.engine.imports().importAll(LongStream.range(0, 90).mapToObj(CaseImportTest::history));
        office.database
                .jdbc()
                .sql("update cases.matter set unit_id = ? where sequence = 5")
                .param(People.OTHER_UNIT)
                .update();
        assertThat(all(new RowScope.Units(Set.of(People.UNIT)))).hasSize(45);
        assertThat(all(new RowScope.Units(Set.of(People.UNIT, People.OTHER_UNIT))))
                .hasSize(90);
        assertThat(all(new RowScope.Units(Set.of()))).isEmpty();
        assertThat(all(new RowScope.Areas(Set.of("419001")))).hasSize(90);
        assertThat(all(new RowScope.Areas(Set.of("4200")))).isEmpty();
        assertThat(all(new RowScope.Owner(People.APPLICANT.personId()))).hasSize(90);
        assertThat(all(new RowScope.None())).isEmpty();
        assertThat(all(new RowScope.All())).hasSize(90);
    }

    @Test
    void an_operation_may_leave_out_what_it_does_not_need() {
        TasksController.TaskBody body = CaseRows.JSON.readValue("{}", TasksController.TaskBody.class);
        assertThat(body.reasonText()).isEmpty();
        assertThat(body.jointRule()).isEqualTo(JointRule.ALL);
    }

    private List<UUID> all(RowScope scope) {
        List<UUID> seen = new ArrayList<>();
        PageKey after = null;
        List<Matter> page;
        do {
            page = store.matters(scope, InboxStore.Where.of("m.type = ?", LicenceCases.ID), after, null, 20);
            page.forEach(matter -> seen.add(matter.id));
            after = page.isEmpty() ? null : new PageKey(page.getLast().openedAt, page.getLast().id);
        } while (after != null);
        assertThat(new HashSet<>(seen)).hasSameSizeAs(seen);
        return seen;
    }
}
