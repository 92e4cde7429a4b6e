package cn.gov.jiyuan.support.items;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.contracts.items.ItemFilter;
import cn.gov.jiyuan.contracts.items.ItemSummary;
import cn.gov.jiyuan.kernel.code.ItemImplementationCode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoCatalogueTest {
    @Test
    void the2760ItemsHaveDistinctValidCodesAndAreAllOnline() {
        try (ItemsFixture fixture = new ItemsFixture()) {
            fixture.loadDemo();

            List<ItemSummary> all = fixture.items.list(ItemFilter.ALL, null, 5000);
            assertThat(all).hasSize(2760);
            assertThat(all)
                    .extracting(ItemSummary::code)
                    .doesNotHaveDuplicates()
                    .allSatisfy(code -> assertThat(
                                    ItemImplementationCode.check(code).valid())
                            .isTrue());
            assertThat(all).allMatch(ItemSummary::online);
            assertThat(fixture.items.count(ItemFilter.ofUnit("yuquan"))).isGreaterThan(90);
            assertThat(fixture.items.guides(null, 50)).hasSize(50);
            assertThat(fixture.audited).hasSize(2760);

            fixture.loadDemo();
            assertThat(fixture.items.count(ItemFilter.ALL)).isEqualTo(2760);
        }
    }

    /** Whoever searches would find the one that can only be read about beside, or before, the one that can be applied for. */
    @Test
    void noneOfThemIsAnItemOfTheHouseUnderAnotherName() {
        Set<String> house = ReferenceItems.all().values().stream()
                .map(item -> item.content().basics().name())
                .map(DemoCatalogueTest::bare)
                .collect(Collectors.toSet());

        assertThat(house).contains("食品经营许可");
        assertThat(DemoCatalogue.lines())
                .extracting(DemoCatalogue.Line::name)
                .noneMatch(name -> house.contains(bare(name)));
    }

    private static String bare(String name) {
        return name.replaceAll("[（(][^）)]*[）)]", "").replaceAll("(审批|核发|办理|许可证)$", "");
    }
}
