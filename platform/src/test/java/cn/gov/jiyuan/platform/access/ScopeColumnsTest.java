package cn.gov.jiyuan.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ScopeColumnsTest {
    private static final UUID ID = new UUID(1, 2);
    private static final ScopeColumns MATTERS = new ScopeColumns("unit_id", "applicant_id", "area_code");

    private final List<Object> arguments = new ArrayList<>();

    @Test
    void each_scope_asks_for_its_own_column() {
        assertThat(MATTERS.and(new RowScope.Units(Set.of(ID)), arguments)).isEqualTo(" and unit_id = any (?)");
        assertThat(MATTERS.and(new RowScope.Owner(ID), arguments)).isEqualTo(" and applicant_id = ?");
        assertThat(MATTERS.and(new RowScope.Areas(Set.of("419001")), arguments))
                .isEqualTo(" and area_code like any (?)");
        assertThat(arguments).containsExactly(new UUID[] {ID}, ID, new String[] {"419001%"});
    }

    @Test
    void everything_needs_no_condition_and_nothing_no_argument() {
        assertThat(MATTERS.and(new RowScope.All(), arguments)).isEmpty();
        assertThat(MATTERS.and(new RowScope.None(), arguments)).isEqualTo(" and false");
        assertThat(arguments).isEmpty();
    }

    @Test
    void a_scope_without_its_column_covers_nothing() {
        assertThat(ScopeColumns.UNIT.and(new RowScope.Owner(ID), arguments)).isEqualTo(" and false");
        assertThat(ScopeColumns.UNIT.and(new RowScope.Areas(Set.of("419001")), arguments))
                .isEqualTo(" and false");
        assertThat(arguments).isEmpty();
    }
}
