package cn.gov.jiyuan.server;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.database.Command;
import cn.gov.jiyuan.platform.database.JiyuanHome;
import cn.gov.jiyuan.platform.jobs.LongJobs;
import java.io.PrintStream;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * {@code ./jiyuan hub demo --rows N}: the whole way of the data with invented sources, from landing to the register, with
 * progress. It runs as a node of its own, so an embedded database must not be in use.
 */
public final class HubCommand implements Command {
    private static final long LOOK = 1_000;

    @Override
    public String name() {
        return "hub";
    }

    @Override
    public int run(List<String> arguments, JiyuanHome home, PrintStream out) throws InterruptedException {
        if (arguments.size() != 3
                || !arguments.get(0).equals("demo")
                || !arguments.get(1).equals("--rows")
                || !arguments.get(2).matches("[1-9][0-9]{0,8}")) {
            out.println("用法：./jiyuan hub demo --rows 行数");
            return 2;
        }
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(JiyuanApplication.class)
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--jiyuan.demo.enabled=false",
                        "--logging.level.root=ERROR",
                        "--jiyuan.home=" + home.root())) {
            return demo(context.getBean(LongJobs.class), arguments.get(2), out);
        }
    }

    private static int demo(LongJobs jobs, String rows, PrintStream out) throws InterruptedException {
        UUID id = jobs.submit("registers.demo", "数据中枢全流程演示（" + rows + " 行）", Actor.SYSTEM, rows);
        long begun = System.nanoTime();
        String said = "";
        while (true) {
            LongJobs.Job job = jobs.find(id).orElseThrow();
            if (!job.message().equals(said)) {
                said = job.message();
                out.printf("%6.1f 秒  %s%n", (System.nanoTime() - begun) / 1e9, said);
            }
            if (job.state().ended()) {
                out.println(job.state().label() + (job.error() == null ? "" : "：" + job.error()));
                return job.state() == LongJobs.State.DONE ? 0 : 1;
            }
            Thread.sleep(LOOK);
        }
    }
}
