package cn.gov.jiyuan.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What several rounds gave. */
record Spread(double min, double median, double max) {
    /** One round; gives its measured value. */
    interface Round {
        double measure() throws Exception;
    }

    static Spread of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Spread(sorted[0], sorted[sorted.length / 2], sorted[sorted.length - 1]);
    }

    /** Rounds of all take turns, so that a busy moment of the machine falls on all; warm-up rounds do not count. */
    static List<Spread> inTurns(int warmUp, int rounds, Round... measured) throws Exception {
        double[][] values = new double[measured.length][rounds];
        for (int round = -warmUp; round < rounds; round++) {
            for (int which = 0; which < measured.length; which++) {
                double value = measured[which].measure();
                if (round >= 0) {
                    values[which][round] = value;
                }
            }
        }
        List<Spread> spreads = new ArrayList<>();
        for (double[] one : values) {
            spreads.add(of(one));
        }
        return spreads;
    }
}
