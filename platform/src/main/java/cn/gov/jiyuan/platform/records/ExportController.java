package cn.gov.jiyuan.platform.records;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Exports, streamed: the address of a list with {@code /export} and {@code format=} is the list as a file. */
@RestController
@RequestMapping("/api/records/{type}/export")
class ExportController {
    private final Records records;

    ExportController(Records records) {
        this.records = records;
    }

    @GetMapping
    @Permitted(Permitted.SIGNED_IN)
    void masked(
            Actor actor,
            @PathVariable String type,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(defaultValue = "csv") String format,
            HttpServletResponse response) {
        export(actor, type, parameters, options(format), response);
    }

    /** In clear; a POST, because it leaves traces that the persons concerned can see. */
    @PostMapping
    @Permitted(Permitted.SIGNED_IN)
    void inClear(
            Actor actor,
            @PathVariable String type,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(defaultValue = "csv") String format,
            @RequestParam String purpose,
            HttpServletResponse response) {
        if (purpose.isBlank()) {
            throw Fault.at("/purpose", RecordsError.PURPOSE);
        }
        export(actor, type, parameters, options(format).inClearFor(purpose), response);
    }

    private void export(
            Actor actor,
            String typeId,
            MultiValueMap<String, String> parameters,
            ExportOptions options,
            HttpServletResponse response) {
        RecordType type = records.type(actor, typeId);
        RecordQuery query = RecordQuery.parse(type, parameters);
        records.export(actor, type, query, options, new Download(response, type, options.format()));
    }

    private static ExportOptions options(String format) {
        return Arrays.stream(ExportFormat.values())
                .filter(known -> known.suffix().equals(format))
                .findFirst()
                .map(known -> new ExportOptions(known, true, ""))
                .orElseThrow(() -> Fault.at("/format", RecordsError.FORMAT, format));
    }

    /** Turns the response into a download with its first byte, so that a refusal before it is still a problem. */
    private static final class Download extends OutputStream {
        private final HttpServletResponse response;
        private final RecordType type;
        private final ExportFormat format;
        private @Nullable OutputStream out;

        Download(HttpServletResponse response, RecordType type, ExportFormat format) {
            this.response = response;
            this.type = type;
            this.format = format;
        }

        private OutputStream out() throws IOException {
            if (out == null) {
                response.setContentType(format.mediaType());
                response.setHeader(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(type.name() + "." + format.suffix(), StandardCharsets.UTF_8)
                                .build()
                                .toString());
                out = response.getOutputStream();
            }
            return out;
        }

        @Override
        public void write(int one) throws IOException {
            out().write(one);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out().write(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            out().flush();
        }
    }
}
