package cn.gov.jiyuan.data.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.platform.database.TestDatabase;
import cn.gov.jiyuan.platform.database.TestPostgres;
import cn.gov.jiyuan.platform.records.RecordType;
import cn.gov.jiyuan.platform.records.RecordTypeCheck;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueRecordsTest {
    @Test
    void the_descriptors_fit_their_tables() {
        try (TestDatabase database = TestPostgres.fresh()) {
            RecordTypeCheck check = new RecordTypeCheck(database.dataSource());
            for (RecordType type : List.of(
                    CatalogueRecords.resources(),
                    CatalogueRecords.items(),
                    CatalogueRecords.units(),
                    CatalogueRecords.orders(OrderType.build()),
                    CatalogueRecords.rounds(),
                    CatalogueRecords.returns(ReturnType.build()),
                    CatalogueRecords.tables())) {
                assertThat(check.problems(type)).as(type.id()).isEmpty();
            }
        }
    }

    @Test
    void the_states_of_an_entry_are_those_of_its_transition_table() {
        assertThat(ResourceType.build().states())
                .extracting(state -> state.id() + " " + state.label())
                .containsExactly(java.util.Arrays.stream(ResourceState.values())
                        .map(state -> state.id() + " " + state.label())
                        .toArray(String[]::new));
    }

    @Test
    void every_unit_has_a_directory_of_its_own_and_every_class_stands_below_one_that_is_there() {
        try (TestDatabase database = TestPostgres.fresh()) {
            List<ClassStore.ResourceClass> classes = new ClassStore(database.dataSource()).all();
            assertThat(classes.stream().filter(one -> one.unitCode() != null)).hasSize(61);
            assertThat(classes).allSatisfy(one -> {
                String parent = one.parent();
                assertThat(parent == null ? "" : parent)
                        .isEqualTo(
                                switch (one.level()) {
                                    case 1 -> "";
                                    case 2 -> one.code().substring(0, 1);
                                    default -> one.code().substring(0, 3);
                                });
            });
        }
    }

    @Test
    void sequences_grow_one_by_one_and_a_rolled_back_one_is_not_lost() {
        try (TestDatabase database = TestPostgres.fresh()) {
            ResourceStore store = new ResourceStore(database.dataSource());
            assertThat(store.nextSequence("307003")).isEqualTo(1);
            assertThat(store.nextSequence("307003")).isEqualTo(2);
            assertThat(store.nextSequence("307004")).isEqualTo(1);
        }
    }
}
