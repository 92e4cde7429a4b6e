package cn.gov.jiyuan.data.themes.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SuppressionTest {
    private static final long BELOW = 5;

    @Test
    void a_table_of_large_counts_is_shown_whole() {
        boolean[][] withheld = Suppression.of(Suppression.withTotals(new long[][] {{5, 9}, {0, 12}}), BELOW);
        assertThat(withheld).isDeepEqualTo(new boolean[3][3]);
    }

    @Test
    void a_cell_of_three_takes_others_with_it() {
        boolean[][] withheld = Suppression.of(Suppression.withTotals(new long[][] {{3, 8, 9}, {7, 10, 6}}), BELOW);
        assertThat(withheld[0][0]).isTrue();
        assertThat(withheld[2][3]).as("the sum of all is told").isFalse();
        assertThat(count(withheld)).isGreaterThanOrEqualTo(4);
    }

    /** Tries every table that agrees with what is shown: a withheld small count must have several possible values. */
    @Test
    void no_small_count_can_be_computed_from_what_is_shown() {
        SplittableRandom random = new SplittableRandom(14);
        int tables = 0;
        for (int i = 0; i < 150; i++) {
            long[][] counts = new long[2][3];
            for (long[] row : counts) {
                for (int j = 0; j < 3; j++) {
                    row[j] = random.nextInt(4) == 0 ? 0 : random.nextInt(1, 9);
                }
            }
            long[][] all = Suppression.withTotals(counts);
            boolean[][] withheld = Suppression.of(all, BELOW);
            for (int r = 0; r < 2; r++) {
                for (int c = 0; c < 3; c++) {
                    if (all[r][c] > 0 && all[r][c] < BELOW) {
                        assertThat(withheld[r][c]).isTrue();
                        assertThat(possible(all, withheld, r, c))
                                .as("%s", java.util.Arrays.deepToString(all))
                                .hasSizeGreaterThan(1);
                        tables++;
                    }
                }
            }
        }
        assertThat(tables).isGreaterThan(150);
    }

    private static Set<Long> possible(long[][] all, boolean[][] withheld, int row, int column) {
        Set<Long> found = new HashSet<>();
        fill(all, withheld, new long[2][3], 0, row, column, found);
        return found;
    }

    private static void fill(
            long[][] all, boolean[][] withheld, long[][] tried, int place, int row, int column, Set<Long> found) {
        if (found.size() > 1) {
            return;
        }
        if (place == 6) {
            if (agrees(all, withheld, tried)) {
                found.add(tried[row][column]);
            }
            return;
        }
        if (place == 3 && !withheld[0][3] && tried[0][0] + tried[0][1] + tried[0][2] != all[0][3]) {
            return;
        }
        int r = place / 3;
        int c = place % 3;
        long from = withheld[r][c] ? 0 : all[r][c];
        long to = withheld[r][c] ? 12 : all[r][c];
        for (long value = from; value <= to; value++) {
            tried[r][c] = value;
            fill(all, withheld, tried, place + 1, row, column, found);
        }
    }

    private static boolean agrees(long[][] all, boolean[][] withheld, long[][] tried) {
        long[][] sums = Suppression.withTotals(tried);
        for (int r = 0; r < 3; r++) {
            for (int c = 0; c < 4; c++) {
                if (!withheld[r][c] && sums[r][c] != all[r][c]) {
                    return false;
                }
            }
        }
        return true;
    }

    private static int count(boolean[][] withheld) {
        int count = 0;
        for (boolean[] row : withheld) {
            for (boolean cell : row) {
                count += cell ? 1 : 0;
            }
        }
        return count;
    }
}
