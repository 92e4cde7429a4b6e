package cn.gov.jiyuan.platform.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.access.RowScope;
import cn.gov.jiyuan.platform.database.TestDatabase;
import cn.gov.jiyuan.platform.database.TestPostgres;
import cn.gov.jiyuan.platform.indicators.Indicator.Counts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IndicatorsTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-20T18:00:00Z"), ZoneId.of("Asia/Shanghai"));
    private static final RowScope OWN_UNIT = new RowScope.Units(Set.of(new UUID(1, 1)));
    private final TestDatabase database = TestPostgres.fresh();
    private Counts whole = new Counts(294, 300, 4);

    @AfterEach
    void close() {
        database.close();
    }

    private final Indicator onTime = new Indicator(
            "onestop.on-time",
            "按时办结率",
            "%",
            "按时办结件",
            "应办结件",
            "暂停计时的件",
            "豫政办〔2021〕1 号",
            "onestop.matter.read",
            new Indicator.Drill("onestop.matter", "late=false", ""),
            scope -> scope instanceof RowScope.All ? whole : new Counts(0, 0, 0));

    private Board board(RowScope reach) {
        Access access = new Access() {
            @Override
            public boolean may(Actor actor, String permission) {
                return true;
            }

            @Override
            public void require(Actor actor, String permission) {}

            @Override
            public RowScope rows(Actor actor, String permission) {
                assertThat(permission).isEqualTo("onestop.matter.read");
                return reach;
            }

            @Override
            public Set<String> permissions(Actor actor) {
                return Set.of();
            }
        };
        return new Board(() -> List.of(onTime), new HistoryStore(database.dataSource()), access, NOON);
    }

    @Test
    void aValueCarriesItsPartsAndItsMoment() {
        Indicators.Measured measured = board(new RowScope.All()).value(Actor.SYSTEM, "onestop.on-time");
        assertThat(measured.whole().text()).isEqualTo("98.0%（294/300）");
        assertThat(measured.whole().excluded()).isEqualTo(4);
        assertThat(measured.whole().asOf()).isEqualTo(NOON.instant());
        assertThat(measured.visible()).isEqualTo(measured.whole());
    }

    @Test
    void aViewerWithNarrowReachSeesTheWholeRateButOnlyHisRows() {
        Indicators.Measured measured = board(OWN_UNIT).value(Actor.SYSTEM, "onestop.on-time");
        assertThat(measured.whole().denominator()).isEqualTo(300);
        assertThat(measured.visible().percent(1)).isEqualTo("—");
    }

    @Test
    void anUnknownIndicatorIsRefused() {
        assertThatThrownBy(() -> board(OWN_UNIT).value(Actor.SYSTEM, "x")).hasMessageContaining("indicators.unknown");
    }

    @Test
    void theLastValueOfADayStaysInTheHistory() {
        Board board = board(new RowScope.All());
        board.run();
        whole = new Counts(295, 301, 4);
        board.run();
        LocalDate today = LocalDate.of(2026, 11, 21);
        assertThat(board.history("onestop.on-time", today.minusDays(1), today))
                .singleElement()
                .satisfies(day -> {
                    assertThat(day.day()).isEqualTo(today);
                    assertThat(day.rate().numerator()).isEqualTo(295);
                });
        assertThat(board.history("onestop.on-time", today.minusDays(9), today.minusDays(1)))
                .isEmpty();
    }
}
