package cn.gov.jiyuan.bench;

import cn.gov.jiyuan.platform.access.Permitted;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The page of an item against a bare controller of the same server, and what a first visitor downloads. */
final class PageBench implements Benchmark {
    private static final int CALLS = 300;
    private static final int ALLOWED = 30_000;
    private static final String BARE = "/bench-bare";

    /** Answers a constant page; no database, no template. */
    static final class Bare {
        @ResponseBody
        @Permitted(Permitted.PUBLIC)
        public String page() {
            return "<!doctype html><title>bare</title><p>" + "食品经营许可".repeat(400);
        }
    }

    @Override
    public void run(PrintStream out) throws Exception {
        try (RunningContext context = new RunningContext();
                HttpClient client = HttpClient.newHttpClient()) {
            RequestMappingHandlerMapping mapping = mapping(context);
            RequestMappingInfo info = RequestMappingInfo.paths(BARE)
                    .produces("text/html;charset=UTF-8")
                    .options(mapping.getBuilderConfiguration())
                    .build();
            mapping.registerMapping(info, new Bare(), Bare.class.getDeclaredMethod("page"));
            URI server = URI.create("http://127.0.0.1:" + context.port());
            String item = "/items/"
                    + new JdbcTemplate(context.dataSource())
                            .queryForObject("select code from items.item where not is_demo limit 1", String.class);
            List<Spread> spreads = Spread.inTurns(
                    3, 7, () -> micros(client, server.resolve(item)), () -> micros(client, server.resolve(BARE)));
            ResultTable table = new ResultTable(
                            out,
                            "page: an item in the portal, compressed, one client",
                            "µs",
                            "item page",
                            spreads.get(0))
                    .peer("bare controller of the same server", spreads.get(1))
                    .note(
                            "the bare controller passes the same filters and sends about as many bytes; no database, no template");
            int all = 0;
            for (String path : List.of(item, "/portal/portal.css", "/portal/portal.js", "/portal/icon.svg")) {
                int bytes = get(client, server.resolve(path)).length;
                table.note(String.format(Locale.ROOT, "%-40s %,7d bytes compressed", path, bytes));
                all += bytes;
            }
            table.goal("整页压缩后不超过 30 KB", all / 1000.0, all <= ALLOWED);
        }
    }

    private static RequestMappingHandlerMapping mapping(RunningContext context) {
        for (RequestMappingHandlerMapping mapping : context.beans(RequestMappingHandlerMapping.class)) {
            if (mapping.getClass().equals(RequestMappingHandlerMapping.class)) {
                return mapping;
            }
        }
        throw new IllegalStateException("no handler mapping");
    }

    private static double micros(HttpClient client, URI page) throws Exception {
        long begun = System.nanoTime();
        for (int i = 0; i < CALLS; i++) {
            get(client, page);
        }
        return (System.nanoTime() - begun) / 1e3 / CALLS;
    }

    private static byte[] get(HttpClient client, URI page) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(page).header("Accept-Encoding", "gzip").build();
        HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(page + " answers " + response.statusCode());
        }
        return response.body();
    }
}
