package cn.gov.jiyuan.data.themes.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Additive Holt-Winters forecast of a monthly series with a rolling backtest (三次指数平滑，滚动回测; ALG-10): at least two whole
 * periods. The weights are those of a fixed grid with the least one-step error, so the same series gives the same forecast.
 */
final class HoltWinters {
    private static final double[] GRID = {0.1, 0.3, 0.5, 0.7, 0.9};

    private HoltWinters() {}

    /** @param mape mean absolute percentage error of the one-step forecasts of the backtest, in percent */
    record Forecast(List<Double> ahead, double mape, double alpha, double beta, double gamma) {}

    static Forecast of(double[] series, int period, int steps) {
        double[] best = {GRID[0], GRID[0], GRID[0]};
        double least = Double.MAX_VALUE;
        for (double alpha : GRID) {
            for (double beta : GRID) {
                for (double gamma : GRID) {
                    double error = squared(series, period, alpha, beta, gamma);
                    if (error < least) {
                        least = error;
                        best = new double[] {alpha, beta, gamma};
                    }
                }
            }
        }
        List<Double> ahead = new ArrayList<>();
        State state = run(series, series.length, period, best[0], best[1], best[2]);
        for (int step = 1; step <= steps; step++) {
            ahead.add(rounded(Math.max(0, state.ahead(series.length, step, period))));
        }
        return new Forecast(ahead, rounded(mape(series, period, best)), best[0], best[1], best[2]);
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    private record State(double level, double trend, double[] season) {
        double ahead(int length, int step, int period) {
            return level + step * trend + season[(length + step - 1) % period];
        }
    }

    private static State run(double[] series, int length, int period, double alpha, double beta, double gamma) {
        double first = Arrays.stream(series, 0, period).average().orElse(0);
        double trend = IntStream.range(period, Math.min(2 * period, length))
                .mapToDouble(i -> (series[i] - series[i - period]) / period)
                .average()
                .orElse(0);
        double middle = (period - 1) / 2.0;
        double level = first + trend * middle;
        double[] season = new double[period];
        for (int i = 0; i < period; i++) {
            season[i] = series[i] - first - trend * (i - middle);
        }
        for (int i = period; i < length; i++) {
            double before = level;
            int place = i % period;
            level = alpha * (series[i] - season[place]) + (1 - alpha) * (level + trend);
            trend = beta * (level - before) + (1 - beta) * trend;
            season[place] = gamma * (series[i] - level) + (1 - gamma) * season[place];
        }
        return new State(level, trend, season);
    }

    private static double squared(double[] series, int period, double alpha, double beta, double gamma) {
        double sum = 0;
        for (int i = period + 1; i < series.length; i++) {
            double error =
                    series[i] - run(series, i, period, alpha, beta, gamma).ahead(i, 1, period);
            sum += error * error;
        }
        return sum;
    }

    /** Each of the last months forecast from those before it alone; months with nothing in them divide nothing. */
    private static double mape(double[] series, int period, double[] weights) {
        double sum = 0;
        int count = 0;
        for (int i = Math.max(period + 1, series.length - period); i < series.length; i++) {
            if (series[i] != 0) {
                double told = run(series, i, period, weights[0], weights[1], weights[2])
                        .ahead(i, 1, period);
                sum += Math.abs((series[i] - told) / series[i]);
                count++;
            }
        }
        return count == 0 ? 0 : 100 * sum / count;
    }
}
