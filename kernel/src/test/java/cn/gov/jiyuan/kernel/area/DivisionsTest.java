package cn.gov.jiyuan.kernel.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.jiyuan.kernel.error.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DivisionsTest {
    private final Divisions divisions = Divisions.jiyuan();

    @Test
    void jiyuanHasFiveSubdistrictsElevenTownsAnd557Villages() {
        assertThat(divisions.towns()).hasSize(16);
        assertThat(divisions.towns())
                .filteredOn(d -> d.kind() == DivisionKind.SUBDISTRICT)
                .hasSize(5);
        assertThat(divisions.all())
                .filteredOn(d -> d.code().level() == AreaLevel.VILLAGE)
                .hasSize(557);
        assertThat(divisions.all()).hasSize(574).first().isEqualTo(divisions.root());
    }

    @Test
    void theKindToldByTheCodeIsThatOfTheName() {
        assertThat(divisions.all())
                .filteredOn(d -> d.name().endsWith("村民委员会"))
                .allMatch(d -> d.kind() == DivisionKind.VILLAGERS_COMMITTEE);
        assertThat(divisions.all())
                .filteredOn(d -> d.name().endsWith("居民委员会"))
                .allMatch(d -> d.kind() == DivisionKind.RESIDENTS_COMMITTEE);
    }

    @Test
    void everyDivisionStandsUnderItsParent() {
        for (Division division : divisions.all()) {
            assertThat(AreaCode.JIYUAN.contains(division.code())).isTrue();
            assertThat(divisions.children(division.code()))
                    .allMatch(d -> division.code().contains(d.code()));
        }
    }

    @Test
    void noPrefectureLiesBetweenJiyuanAndTheProvince() {
        assertThat(AreaCode.JIYUAN.parent()).contains(new AreaCode("410000"));
        assertThat(new AreaCode("410881").parent()).contains(new AreaCode("410800"));
        assertThat(new AreaCode("410000").contains(AreaCode.parse("419001110000")))
                .isTrue();
        assertThat(new AreaCode("410800").contains(AreaCode.JIYUAN)).isFalse();
    }

    @Test
    void aCodeIsKeptInItsShortestForm() {
        assertThat(AreaCode.parse("419001001000").value()).isEqualTo("419001001");
        assertThat(AreaCode.parse("419001000000")).isEqualTo(AreaCode.JIYUAN);
        assertThat(AreaCode.JIYUAN.twelveDigits()).isEqualTo("419001000000");
        assertThat(AreaCode.JIYUAN.nineDigits()).isEqualTo("419001000");
    }

    @Test
    void namesAreToldWholeAndShort() {
        AreaCode village = new AreaCode("419001001001");

        assertThat(divisions.fullName(village)).isEqualTo("济源市沁园街道东马蓬居民委员会");
        assertThat(divisions.get(village).shortName()).isEqualTo("东马蓬");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "41900", "4190011", "999999", "41900A", "419001001001001"})
    void whatIsNoCodeIsRefused(String text) {
        assertThatThrownBy(() -> AreaCode.parse(text)).isInstanceOf(Fault.class);
    }

    @Test
    void anUnknownAreaIsMissing() {
        assertThatThrownBy(() -> divisions.get(new AreaCode("410881"))).hasMessageContaining("kernel.unknown-area");
    }
}
