package cn.gov.jiyuan.data.themes.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Groups rows by their numbers (k 均值聚类), the same way each time: columns are standardised, the first centre is the row
 * nearest to the mean, each further one the row farthest from those chosen; ties go to the earlier row.
 */
final class KMeans {
    private static final int ROUNDS = 100;

    private KMeans() {}

    /** @param centre means of the columns as they are @param size rows of the cluster */
    record Cluster(List<Double> centre, int size) {}

    static List<Cluster> of(List<double[]> rows, int k) {
        double[][] points = standardised(rows);
        double[][] centres = first(points, k);
        int[] places = new int[points.length];
        Arrays.fill(places, -1);
        for (int round = 0; round < ROUNDS && assign(points, centres, places); round++) {
            centres = means(points, places, centres);
        }
        return clusters(rows, places, k);
    }

    private static double[][] standardised(List<double[]> rows) {
        int width = rows.getFirst().length;
        double[][] points = new double[rows.size()][width];
        for (int j = 0; j < width; j++) {
            int column = j;
            double mean =
                    rows.stream().mapToDouble(row -> row[column]).average().orElse(0);
            double variance = rows.stream()
                    .mapToDouble(row -> (row[column] - mean) * (row[column] - mean))
                    .average()
                    .orElse(0);
            double deviation = variance == 0 ? 1 : Math.sqrt(variance);
            for (int i = 0; i < points.length; i++) {
                points[i][j] = (rows.get(i)[j] - mean) / deviation;
            }
        }
        return points;
    }

    private static double[][] first(double[][] points, int k) {
        List<double[]> chosen = new ArrayList<>();
        chosen.add(points[best(points, List.of(new double[points[0].length]), true)]);
        while (chosen.size() < k) {
            chosen.add(points[best(points, chosen, false)]);
        }
        return chosen.toArray(double[][]::new);
    }

    /** The row nearest to the one centre, or farthest from its nearest centre. */
    private static int best(double[][] points, List<double[]> centres, boolean nearest) {
        int best = 0;
        double extreme = nearest ? Double.MAX_VALUE : -1;
        for (int i = 0; i < points.length; i++) {
            double distance = Double.MAX_VALUE;
            for (double[] centre : centres) {
                distance = Math.min(distance, distance(points[i], centre));
            }
            if (nearest ? distance < extreme : distance > extreme) {
                extreme = distance;
                best = i;
            }
        }
        return best;
    }

    private static boolean assign(double[][] points, double[][] centres, int[] places) {
        boolean moved = false;
        for (int i = 0; i < points.length; i++) {
            int nearest = 0;
            for (int c = 1; c < centres.length; c++) {
                if (distance(points[i], centres[c]) < distance(points[i], centres[nearest])) {
                    nearest = c;
                }
            }
            moved |= places[i] != nearest;
            places[i] = nearest;
        }
        return moved;
    }

    /** An empty cluster keeps its centre. */
    private static double[][] means(double[][] points, int[] places, double[][] before) {
        double[][] sums = new double[before.length][points[0].length];
        int[] sizes = new int[before.length];
        for (int i = 0; i < points.length; i++) {
            sizes[places[i]]++;
            for (int j = 0; j < points[i].length; j++) {
                sums[places[i]][j] += points[i][j];
            }
        }
        for (int c = 0; c < sums.length; c++) {
            for (int j = 0; j < sums[c].length; j++) {
                sums[c][j] = sizes[c] == 0 ? before[c][j] : sums[c][j] / sizes[c];
            }
        }
        return sums;
    }

    private static List<Cluster> clusters(List<double[]> rows, int[] places, int k) {
        List<Cluster> clusters = new ArrayList<>();
        for (int c = 0; c < k; c++) {
            int cluster = c;
            List<double[]> members = new ArrayList<>();
            for (int i = 0; i < places.length; i++) {
                if (places[i] == cluster) {
                    members.add(rows.get(i));
                }
            }
            List<Double> centre = new ArrayList<>();
            for (int j = 0; j < rows.getFirst().length && !members.isEmpty(); j++) {
                int column = j;
                double mean = members.stream()
                        .mapToDouble(row -> row[column])
                        .average()
                        .orElse(0);
                centre.add(Math.round(mean * 1_000) / 1_000.0);
            }
            clusters.add(new Cluster(centre, members.size()));
        }
        clusters.sort((one, other) -> Integer.compare(other.size(), one.size()));
        return clusters;
    }

    private static double distance(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (one[i] - other[i]) * (one[i] - other[i]);
        }
        return sum;
    }
}
