package cn.gov.jiyuan.data.exchange.collecting;

import cn.gov.jiyuan.data.exchange.collecting.reading.FieldRows;
import cn.gov.jiyuan.data.exchange.collecting.reading.JsonRows;
import cn.gov.jiyuan.data.exchange.collecting.reading.RowSink;
import cn.gov.jiyuan.data.exchange.collecting.reading.SourceColumn;
import cn.gov.jiyuan.kernel.error.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads an interface page by page: with patience, but not without end, only from hosts that are allowed, and without
 * following it elsewhere.
 */
@Component
final class ApiSource {
    private static final int MOST_BYTES = 32 << 20;
    private static final int MOST_PAGES = 100_000;
    private static final int TRIES = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final CollectingSettings settings;
    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final Duration pause;

    @org.springframework.beans.factory.annotation.Autowired
    ApiSource(CollectingSettings settings) {
        this(settings, Duration.ofSeconds(1));
    }

    /** @param pause before the second try; it doubles */
    ApiSource(CollectingSettings settings, Duration pause) {
        this.settings = settings;
        this.pause = pause;
    }

    /** @param pages how many at most; 0 for all @return bytes received */
    long read(SourceSpec.OfApi api, @Nullable String secret, int pages, RowSink sink) {
        URI base = URI.create(api.url());
        int port = base.getPort() >= 0 ? base.getPort() : "https".equals(base.getScheme()) ? 443 : 80;
        if (!settings.allows(base.getHost(), port)) {
            throw new Fault(CollectingError.HOST, base.getHost());
        }
        Counting counted = new Counting(sink);
        FieldRows fields = new FieldRows(counted);
        long bytes = 0;
        int most = api.pageName().isEmpty() ? 1 : pages > 0 ? pages : MOST_PAGES;
        for (int page = 1; page <= most; page++) {
            byte[] answer = page(api, base, secret, page);
            bytes += answer.length;
            counted.rows = 0;
            InputStream in = new ByteArrayInputStream(answer);
            JsonRows.page(new InputStreamReader(in, StandardCharsets.UTF_8), api.rowsAt(), counted, fields);
            if (counted.stopped || counted.rows < Math.max(1, api.pageSize())) {
                return bytes;
            }
        }
        if (most == MOST_PAGES) {
            throw new Fault(CollectingError.UNREADABLE, "接口返回超过 " + MOST_PAGES + " 页，可能没有终点");
        }
        return bytes;
    }

    private byte[] page(SourceSpec.OfApi api, URI base, @Nullable String secret, int page) {
        String failure = "";
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            if (attempt > 1) {
                rest(attempt - 1);
            }
            try {
                HttpResponse<InputStream> answer =
                        http.send(request(api, base, secret, page), HttpResponse.BodyHandlers.ofInputStream());
                try (InputStream in = answer.body()) {
                    if (answer.statusCode() == 200) {
                        return bounded(in);
                    }
                    failure = "第 " + page + " 页应答 HTTP " + answer.statusCode();
                    if (answer.statusCode() < 500 && answer.statusCode() != 429) {
                        break;
                    }
                }
            } catch (IOException e) {
                failure = "第 " + page + " 页：" + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw Fault.caused(e, CollectingError.SOURCE_DOWN, "等待被中断");
            }
        }
        throw new Fault(CollectingError.SOURCE_DOWN, failure);
    }

    private void rest(int failures) {
        try {
            Thread.sleep(pause.multipliedBy(1L << (failures - 1)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] bounded(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new Fault(CollectingError.UNREADABLE, "接口一页超过 " + (MOST_BYTES >> 20) + " MB，请减小每页行数");
        }
        return bytes;
    }

    private static HttpRequest request(SourceSpec.OfApi api, URI base, @Nullable String secret, int page) {
        StringBuilder url = new StringBuilder(base.toString());
        if (!api.pageName().isEmpty()) {
            url.append(base.getRawQuery() == null ? '?' : '&');
            url.append(encoded(api.pageName())).append('=').append(page);
            if (!api.sizeName().isEmpty()) {
                url.append('&').append(encoded(api.sizeName())).append('=').append(api.pageSize());
            }
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url.toString()))
                .timeout(PATIENCE)
                .header("Accept", "application/json");
        if (!api.header().isEmpty() && secret != null) {
            request.header(api.header(), secret);
        }
        return request.build();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Counts the rows of a page on their way. */
    private static final class Counting implements RowSink {
        private final RowSink next;
        private int rows;
        private boolean stopped;

        Counting(RowSink next) {
            this.next = next;
        }

        @Override
        public void columns(List<SourceColumn> columns) {
            next.columns(columns);
        }

        @Override
        public boolean row(long line, @Nullable Object[] cells) {
            rows++;
            stopped |= !next.row(line, cells);
            return !stopped;
        }

        @Override
        public boolean broken(long line, String raw, String reason) {
            rows++;
            stopped |= !next.broken(line, raw, reason);
            return !stopped;
        }
    }
}
