package cn.gov.jiyuan.platform.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.RowScope;
import cn.gov.jiyuan.platform.search.SearchDocument;
import cn.gov.jiyuan.platform.search.Visibility;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordListTest {
    private static final int ROWS = 1_000;
    private static final Desk DESK = new Desk(ROWS);
    private final Actor clerk = Desk.official(Desk.MARKET);

    @BeforeEach
    void onlyReading() {
        DESK.policy.revokeAll().grant("desk.matter.read", new RowScope.All());
    }

    private RecordPage page(String... parameters) {
        return DESK.records.page(clerk, Desk.MATTER, DESK.query(parameters));
    }

    private long count(RowScope scope, String... parameters) {
        DESK.policy.grant("desk.matter.read", scope);
        return DESK.records.totals(clerk, Desk.MATTER, DESK.query(parameters)).count();
    }

    @Test
    void without_permission_a_type_does_not_exist() {
        DESK.policy.revokeAll();
        assertThat(DESK.records.types(clerk)).isEmpty();
        assertThatThrownBy(() -> DESK.records.type(clerk, "desk.matter")).hasMessageContaining("records.unknown-type");
        assertThatThrownBy(this::page).hasMessageContaining("access.forbidden");
    }

    @Test
    void rows_come_from_the_policy() {
        assertThat(count(new RowScope.All())).isEqualTo(ROWS);
        assertThat(count(new RowScope.None())).isZero();
        assertThat(count(new RowScope.Units(Set.of(Desk.MARKET)))).isEqualTo(334);
        assertThat(count(new RowScope.Units(Set.of()))).isZero();
        assertThat(count(new RowScope.Units(Set.of(Desk.MARKET, Desk.HEALTH)))).isEqualTo(667);
        assertThat(count(new RowScope.Owner(new UUID(0, 7)))).isEqualTo(10);
        assertThat(count(new RowScope.Areas(Set.of("419001003", "419001004")))).isEqualTo(126);
        assertThat(count(new RowScope.Areas(Set.of("4190010")))).isEqualTo(ROWS);
        assertThat(count(new RowScope.Areas(Set.of("%")))).isZero();
    }

    @Test
    void a_scope_that_the_source_cannot_answer_sees_nothing() {
        DESK.policy.grant("desk.unit.read", new RowScope.Owner(new UUID(0, 1)));
        assertThat(DESK.records
                        .page(clerk, Desk.UNIT, RecordQuery.all(Desk.UNIT))
                        .rows())
                .isEmpty();
    }

    @Test
    void a_filter_does_not_reach_beyond_the_scope() {
        assertThat(count(new RowScope.Units(Set.of(Desk.MARKET)), "dept", Desk.HEALTH.toString()))
                .isZero();
    }

    @Test
    void a_row_shows_labels_masks_and_links() {
        RecordRow row = page("number", "JY00000001").rows().getFirst();
        assertThat(row.label()).isEqualTo("JY00000001");
        assertThat(row.cells().get("state")).isEqualTo(new Cell("reviewing", "审查", false));
        assertThat(row.cells().get("dept").text()).isEqualTo("卫生健康委员会");
        assertThat(row.cells().get("opened").text()).isEqualTo("2023-01-01 00:01");
        assertThat(row.cells().get("opened").value()).isEqualTo("2023-01-01T00:01+08:00");
        assertThat(row.cells().get("fee").text()).isEqualTo("10.50");
        assertThat(row.cells().get("applicant")).isEqualTo(new Cell(null, "王*", true));
        assertThat(row.cells().get("idNumber")).isEqualTo(new Cell(null, "4********************1", true));
        assertThat(row.links()).containsExactly(new DrillLink("办件", "/workbench/cases/" + Desk.id(1)));
        assertThat(row.cells()).doesNotContainKeys("channel", "note");
    }

    @Test
    void a_column_with_its_own_permission_is_unknown_to_others() {
        assertThat(page("columns", "number,note,channel").rows().getFirst().cells())
                .containsOnlyKeys("number", "channel");
        DESK.policy.grant("desk.matter.note", new RowScope.All());
        assertThat(page("columns", "number,note").rows().getFirst().cells()).containsOnlyKeys("number", "note");
    }

    @Test
    void every_way_of_filtering_finds_its_rows() {
        RowScope all = new RowScope.All();
        assertThat(count(all, "state", "accepted")).isEqualTo(250);
        assertThat(count(all, "state", "in:accepted,decided")).isEqualTo(500);
        assertThat(count(all, "opened", "2023-01-01")).isEqualTo(1000);
        assertThat(count(all, "opened", "..2022-12-31")).isZero();
        assertThat(count(all, "decided", "is:empty")).isEqualTo(100);
        assertThat(count(all, "decided", "is:present")).isEqualTo(900);
        assertThat(count(all, "fee", "52.5..63")).isEqualTo(285);
        assertThat(count(all, "number", "prefix:JY0000099")).isEqualTo(10);
        assertThat(count(all, "number", "prefix:JY_")).isZero();
        assertThat(count(all, "title", "contains:卫生")).isEqualTo(250);
        assertThat(count(all, "title", "contains:许可")).isEqualTo(1000);
        assertThat(count(all, "title", "contains:品经营许")).isEqualTo(250);
        assertThat(count(all, "title", "contains:货")).isEqualTo(250);
        assertThat(count(all, "title", "contains:%")).isZero();
        assertThat(count(all, "q", "食品 变更")).isEqualTo(250);
        assertThat(count(all, "idNumber", "4190011990030700000005")).isEqualTo(1);
        assertThat(count(all, "dept", Desk.TRAFFIC.toString(), "state", "refused"))
                .isEqualTo(83);
    }

    @Test
    void contains_uses_the_index_of_grams() {
        List<String> plan = DESK.database.transactions().execute(status -> {
            DESK.database.jdbc().sql("SET LOCAL enable_seqscan = off").update();
            return DESK.database
                    .jdbc()
                    .sql(
                            "EXPLAIN SELECT 1 FROM desk.matter WHERE title ILIKE '%卫生%' AND records.grams(title) @> '{卫生}'")
                    .query(String.class)
                    .list();
        });
        assertThat(String.join("\n", plan)).contains("Bitmap Index Scan on matter_grams_idx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x'; DROP TABLE desk.matter; --", "not-an-id", "00000000-0000-0000-0000-00000000000g"})
    void a_reference_that_is_no_key_is_refused(String value) {
        assertThatThrownBy(() -> page("dept", value)).isInstanceOfSatisfying(Fault.class, fault -> {
            assertThat(fault.code()).isEqualTo(RecordsError.VALUE);
            assertThat(fault.pointer()).isEqualTo("/dept");
        });
    }

    @Test
    void a_mask_cannot_be_asked_away() {
        assertThatThrownBy(() -> page("applicant", "prefix:欧")).hasMessageContaining("records.masked");
        assertThatThrownBy(() -> page("sort", "applicant")).hasMessageContaining("records.masked");
        assertThat(page("applicant", "欧阳明").totals()).isNotNull();
        DESK.policy.grant("desk.matter.unmask", new RowScope.All());
        assertThat(page("applicant", "prefix:欧").totals().count()).isEqualTo(333);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-opened", "opened", "decided", "-decided", "number"})
    void pages_forward_and_back_show_each_row_once_in_order(String sort) {
        List<String> forward = new ArrayList<>();
        RecordPage page = page("sort", sort, "limit", "90");
        assertThat(page.previous()).isNull();
        List<RecordPage> pages = new ArrayList<>(List.of(page));
        while (page.next() != null) {
            page = page("sort", sort, "limit", "90", "after", page.next());
            pages.add(page);
        }
        pages.forEach(one -> one.rows().forEach(row -> forward.add(row.id())));
        assertThat(forward).hasSize(ROWS);
        assertThat(new HashSet<>(forward)).hasSize(ROWS);
        for (int i = pages.size() - 2; i >= 0; i--) {
            page = page("sort", sort, "limit", "90", "before", page.previous());
            assertThat(page.rows()).isEqualTo(pages.get(i).rows());
        }
        assertThat(page.previous()).isNull();
        List<String> decided = pages.stream()
                .flatMap(one -> one.rows().stream())
                .map(row -> row.cells().get(sort.replace("-", "")).text())
                .toList();
        List<String> filled = decided.stream().filter(text -> !text.isEmpty()).toList();
        assertThat(decided.subList(0, filled.size())).isEqualTo(filled);
        assertThat(filled)
                .isSortedAccordingTo(
                        sort.startsWith("-")
                                ? java.util.Comparator.reverseOrder()
                                : java.util.Comparator.naturalOrder());
    }

    @Test
    void rows_that_arrive_meanwhile_do_not_shift_a_page() {
        RecordPage first = page("limit", "10");
        List<String> expected = page("limit", "20").rows().subList(10, 20).stream()
                .map(RecordRow::id)
                .toList();
        DESK.generate(ROWS, ROWS + 5);
        try {
            RecordPage second = page("limit", "10", "after", first.next());
            assertThat(second.rows()).extracting(RecordRow::id).isEqualTo(expected);
            assertThat(page("limit", "10").rows().getFirst().label()).isEqualTo("JY00001004");
        } finally {
            DESK.database
                    .jdbc()
                    .sql("DELETE FROM desk.matter WHERE number >= 'JY00001000'")
                    .update();
        }
    }

    @Test
    void a_forged_or_foreign_cursor_is_refused() {
        String foreign = page("limit", "10").next();
        for (String cursor : List.of("%%%", "abc", foreign + "x", new Cursor("number", "1", "' OR 1=1").token())) {
            assertThatThrownBy(() -> page("sort", "number", "after", cursor)).hasMessageContaining("records.cursor");
        }
        String badValue = new Cursor("-opened", "never", Desk.id(1)).token();
        assertThatThrownBy(() -> page("after", badValue)).hasMessageContaining("records.cursor");
    }

    @Test
    void totals_follow_the_filter_and_the_scope() {
        DESK.policy.grant("desk.matter.read", new RowScope.Units(Set.of(Desk.MARKET)));
        Totals totals = page("state", "accepted", "limit", "1").totals();
        assertThat(totals.text()).isEqualTo("84");
        BigDecimal sum = DESK.database
                .jdbc()
                .sql("SELECT sum(fee) FROM desk.matter WHERE state = 'accepted' AND unit_id = ?")
                .param(Desk.MARKET)
                .query(BigDecimal.class)
                .single();
        assertThat(totals.sums()).containsEntry("fee", sum);
        assertThat(new Totals(1_234_567, false, java.util.Map.of()).text()).isEqualTo("约 1,234,567");
    }

    @Test
    void facets_leave_their_own_filter_aside() {
        Facet states = DESK.records
                .facets(clerk, Desk.MATTER, DESK.query("state", "accepted", "dept", Desk.MARKET.toString()))
                .getFirst();
        assertThat(states.values()).extracting(Facet.Value::label).containsExactly("受理", "审查", "办结", "不予许可");
        assertThat(states.values()).extracting(Facet.Value::count).containsExactly(84L, 83L, 83L, 84L);
    }

    @Test
    void the_sentence_names_referenced_records() {
        assertThat(page("dept", Desk.MARKET.toString()).sentence()).isEqualTo("受理部门为 市场监督管理局");
    }

    @Test
    void a_search_document_knows_nothing_personal() {
        SearchDocument document = DESK.records
                .documents(Desk.MATTER, List.of(Desk.id(1), "nonsense", Desk.id(999_999)))
                .get(Desk.id(1));
        assertThat(document.title()).isEqualTo("JY00000001");
        assertThat(document.text()).isEqualTo("公共场所卫生许可");
        assertThat(document.keywords()).containsExactly("审查");
        assertThat(document.toString()).doesNotContain("王芳").doesNotContain("内部备注");
        assertThat(document.visibility())
                .isEqualTo(new Visibility.Restricted("desk.matter.read", Desk.HEALTH, new UUID(0, 1), "419001001"));
        List<SearchDocument> all = new ArrayList<>();
        DESK.records.eachDocument(Desk.MATTER, all::add);
        assertThat(all).hasSize(ROWS).contains(document);
    }
}
