package cn.gov.jiyuan.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Calls that some clients share, four where nobody says otherwise, measured in calls per second and in processor time of program and database per call. */
final class ByClients implements Spread.Round {
    private final int clients;
    private final int calls;
    private final IntConsumer call;
    private final List<Double> cpuMillis = new ArrayList<>();

    ByClients(int calls, IntConsumer call) {
        this(4, calls, call);
    }

    ByClients(int clients, int calls, IntConsumer call) {
        this.clients = clients;
        this.calls = calls;
        this.call = call;
    }

    @Override
    public double measure() throws Exception {
        CpuTime before = CpuTime.now();
        double rate = Clients.perSecond(clients, calls, call);
        cpuMillis.add(CpuTime.now().since(before).whole() * 1000 / calls);
        return rate;
    }

    /** @param rounds how many of the last ones count */
    Spread cpuMillis(int rounds) {
        List<Double> counted = cpuMillis.subList(cpuMillis.size() - rounds, cpuMillis.size());
        return Spread.of(counted.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
