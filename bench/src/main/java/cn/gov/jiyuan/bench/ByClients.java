package cn.gov.jiyuan.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Calls that four clients share, measured in calls per second and in processor time of program and database per call. */
final class ByClients implements Spread.Round {
    private final int calls;
    private final IntConsumer call;
    private final List<Double> cpuMillis = new ArrayList<>();

    ByClients(int calls, IntConsumer call) {
        this.calls = calls;
        this.call = call;
    }

    @Override
    public double measure() throws Exception {
        CpuTime before = CpuTime.now();
        double rate = Clients.perSecond(calls, call);
        cpuMillis.add(CpuTime.now().since(before).whole() * 1000 / calls);
        return rate;
    }

    /** @param rounds how many of the last ones count */
    Spread cpuMillis(int rounds) {
        List<Double> counted = cpuMillis.subList(cpuMillis.size() - rounds, cpuMillis.size());
        return Spread.of(counted.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
