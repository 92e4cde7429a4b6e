package cn.gov.jiyuan.support.items;

import static cn.gov.jiyuan.support.items.ItemsFixture.CODE;
import static cn.gov.jiyuan.support.items.ItemsFixture.PUBLISHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ItemStandingTest {
    private final ItemsFixture fixture = new ItemsFixture();
    private final StandingStore store = new StandingStore(fixture.database.jdbc());

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aSuspendedItemIsNotAcceptedUntilItsDayComes() {
        fixture.inTransaction(() -> fixture.standing.suspend(
                PUBLISHER, CODE, LocalDate.of(2026, 11, 24), LocalDate.of(2026, 11, 27), "系统升级"));
        assertThat(fixture.items.inForce(CODE)).isPresent();

        on("2026-11-24T00:30:00Z");
        assertThat(fixture.items.inForce(CODE)).isEmpty();
        assertThat(fixture.store.held(CODE, LocalDate.of(2026, 11, 24))).isPresent();
        assertThat(store.standing(CODE).orElseThrow().standing()).isEqualTo("SUSPENDED");

        on("2026-11-27T00:30:00Z");
        assertThat(fixture.items.inForce(CODE)).isPresent();
        assertThat(store.standing(CODE).orElseThrow().standing()).isEqualTo("IN_FORCE");
    }

    @Test
    void aSuspensionWithoutEndLastsUntilSomebodyTakesItUpAgain() {
        fixture.inTransaction(
                () -> fixture.standing.suspend(PUBLISHER, CODE, LocalDate.of(2026, 11, 22), null, "规定正在修订"));
        assertThat(fixture.items.inForce(CODE)).isEmpty();
        fixture.inTransaction(() -> fixture.standing.resume(PUBLISHER, CODE, LocalDate.of(2026, 11, 22)));
        assertThat(fixture.items.inForce(CODE)).isPresent();
        assertThatThrownBy(() -> fixture.inTransaction(
                        () -> fixture.standing.resume(PUBLISHER, CODE, LocalDate.of(2026, 11, 22))))
                .hasMessageContaining("items.not-suspended");
    }

    @Test
    void whatTheProvinceCancelsIsToBeCancelledHereUntilThatDay() {
        fixture.inTransaction(() -> fixture.standing.provinceCancels(
                PUBLISHER, CODE.substring(19), LocalDate.of(2026, 11, 27), "豫政〔2026〕1 号"));
        assertThat(store.standing(CODE).orElseThrow().standing()).isEqualTo("PENDING_CANCEL");
        assertThat(fixture.items.inForce(CODE)).isPresent();

        fixture.clock.set("2026-11-27T01:00:00Z");
        assertThat(fixture.items.inForce(CODE)).isEmpty();
        fixture.inTransaction(() -> fixture.stewardship.turnover(LocalDate.of(2026, 11, 27)));
        assertThat(store.standing(CODE).orElseThrow().standing()).isEqualTo("CANCELLED");
    }

    private void on(String instant) {
        fixture.clock.set(instant);
        fixture.inTransaction(() -> fixture.standing.turn(LocalDate.now(fixture.clock)));
    }
}
