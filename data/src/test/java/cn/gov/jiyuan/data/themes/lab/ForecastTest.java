package cn.gov.jiyuan.data.themes.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForecastTest {
    @Test
    void a_series_that_repeats_and_grows_is_forecast_well() {
        double[] series = new double[36];
        for (int i = 0; i < series.length; i++) {
            series[i] = 100 + 2 * i + 30 * Math.sin(2 * Math.PI * (i % 12) / 12);
        }
        HoltWinters.Forecast forecast = HoltWinters.of(series, 12, 6);
        assertThat(forecast.mape()).isLessThan(5);
        for (int step = 0; step < 6; step++) {
            int i = 36 + step;
            assertThat(forecast.ahead().get(step))
                    .isCloseTo(100 + 2 * i + 30 * Math.sin(2 * Math.PI * (i % 12) / 12), within(10.0));
        }
        assertThat(HoltWinters.of(series, 12, 6)).isEqualTo(forecast);
    }

    @Test
    void noise_is_not_fit_for_decisions() {
        double[] series = new double[24];
        for (int i = 0; i < series.length; i++) {
            series[i] = (i * 7919 % 13) * (i % 2 == 0 ? 1 : 20) + 1;
        }
        assertThat(HoltWinters.of(series, 12, 1).mape()).isGreaterThan(30);
    }

    @Test
    void two_heaps_become_two_clusters() {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            rows.add(new double[] {i % 3, 10 + i % 2});
        }
        for (int i = 0; i < 10; i++) {
            rows.add(new double[] {100 + i % 3, 500});
        }
        List<KMeans.Cluster> clusters = KMeans.of(rows, 2);
        assertThat(clusters).extracting(KMeans.Cluster::size).containsExactly(30, 10);
        assertThat(clusters.getFirst().centre().getFirst()).isEqualTo(1.0);
        assertThat(KMeans.of(rows, 2)).isEqualTo(clusters);
    }
}
