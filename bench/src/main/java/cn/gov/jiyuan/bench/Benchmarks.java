package cn.gov.jiyuan.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code ./jiyuan bench [name …]}: runs all benchmarks or those named, each on a durable database of its own. */
public final class Benchmarks {
    private static final Map<String, Benchmark> ALL = new LinkedHashMap<>();

    static {
        ALL.put("cases", new CaseBench());
        ALL.put("list", out -> ListBench.main(new String[0]));
        ALL.put("page", new PageBench());
        ALL.put("export", ExportBench::run);
        ALL.put("start", new StartBench());
        ALL.put("audit", new AuditBench());
        ALL.put("seals", new SealBench());
        ALL.put("licences", new LicenceBench());
        ALL.put("applicants", new ApplicantsBench());
        ALL.put("search", new SearchBench());
        ALL.put("oversight", new OversightBench());
        ALL.put("hub", new HubBench());
        ALL.put("share", new ShareBench());
        ALL.put("collect", new CollectBench());
    }

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        Quiet.logs();
        List<String> wanted = arguments.length == 0 ? List.copyOf(ALL.keySet()) : List.of(arguments);
        for (String name : wanted) {
            Benchmark benchmark = ALL.get(name);
            if (benchmark == null) {
                System.err.println("没有基准 " + name + "，现有：" + String.join("、", ALL.keySet()));
                System.exit(2);
                return;
            }
            benchmark.run(System.out);
        }
        // Threads of libraries must not keep the program from ending.
        System.exit(0);
    }
}
