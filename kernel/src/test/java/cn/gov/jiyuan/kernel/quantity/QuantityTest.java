package cn.gov.jiyuan.kernel.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.jiyuan.kernel.error.Fault;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
    @ParameterizedTest
    @CsvSource({
        "0, 零元整",
        "0.05, 伍分",
        "0.30, 叁角整",
        "1.00, 壹元整",
        "10.00, 壹拾元整",
        "1234.50, 壹仟贰佰叁拾肆元伍角整",
        "1680.32, 壹仟陆佰捌拾元叁角贰分",
        "1409.50, 壹仟肆佰零玖元伍角整",
        "6007.14, 陆仟零柒元壹角肆分",
        "325.04, 叁佰贰拾伍元零肆分",
        "107000.53, 壹拾万柒仟元伍角叁分",
        "16409.02, 壹万陆仟肆佰零玖元零贰分",
        "10000001.00, 壹仟万零壹元整",
        "100000000.00, 壹亿元整",
        "100010000.00, 壹亿零壹万元整",
        "100100000.00, 壹亿零壹拾万元整",
        "1000000000000.01, 壹万亿元零壹分",
        "-2.00, 负贰元整"
    })
    void amountsAreWrittenInCapitalsAsBillsNeedThem(String yuan, String capitals) {
        assertThat(Money.parse(yuan).capitals()).isEqualTo(capitals);
    }

    @Test
    void whatIsPrintedIsReadBack() {
        var random = new Random(7);
        for (int n = 0; n < 5_000; n++) {
            Money money = new Money(random.nextLong(-99_999_999_999_999L, 99_999_999_999_999L));

            assertThat(Money.parse(money.text())).isEqualTo(money);
            assertThat(money.plus(Money.ofYuan(1)).minus(Money.ofYuan(1))).isEqualTo(money);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.234", "一百", "1e5", "--1", "9999999999999999"})
    void whatIsNoAmountIsRefused(String text) {
        assertThatThrownBy(() -> Money.parse(text)).isInstanceOf(Fault.class);
    }

    @Test
    void halfAFenIsRoundedUp() {
        assertThat(Money.parse("1.50").times(new BigDecimal("0.03"))).isEqualTo(new Money(5));
        assertThat(Money.parse("1,234.5").text()).isEqualTo("1,234.50 元");
    }

    @Test
    void aRateOfNothingIsADash() {
        assertThat(rate(0, 0).percent(2)).isEqualTo("—");
        assertThat(rate(0, 0).value()).isEmpty();
    }

    @Test
    void onlyAllIsAHundredPercentAndOnlyNoneIsNought() {
        assertThat(rate(294, 300).text()).isEqualTo("98.0%（294/300）");
        assertThat(rate(2760, 2760).percent(2)).isEqualTo("100.00%");
        assertThat(rate(99_999, 100_000).percent(2)).isEqualTo("99.99%");
        assertThat(rate(1, 1_000_000).percent(1)).isEqualTo("0.1%");
        assertThat(rate(0, 10).percent(1)).isEqualTo("0.0%");
        assertThat(rate(999, 1000).percent(0)).isEqualTo("99%");
    }

    @Test
    void aNegativeCountIsNoRate() {
        assertThatThrownBy(() -> rate(-1, 10)).isInstanceOf(Fault.class);
        assertThatThrownBy(() -> rate(1, 0)).isInstanceOf(Fault.class);
    }

    private static Rate rate(long numerator, long denominator) {
        return new Rate(numerator, denominator, 0, Instant.EPOCH);
    }
}
