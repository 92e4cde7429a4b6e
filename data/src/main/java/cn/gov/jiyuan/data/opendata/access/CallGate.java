package cn.gov.jiyuan.data.opendata.access;

import cn.gov.jiyuan.data.opendata.release.OpenDataset;
import cn.gov.jiyuan.platform.portal.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stands before every call for rows: whose key, how many calls are left, whether the data are his to have. */
@Component("opendata.CallGate")
public final class CallGate {
    private final ApiKeys keys;
    private final Quotas quotas;
    private final Downloads downloads;
    private final Texts texts;

    CallGate(ApiKeys keys, Quotas quotas, Downloads downloads, Texts texts) {
        this.keys = keys;
        this.quotas = quotas;
        this.downloads = downloads;
        this.texts = texts;
    }

    /** What the gate says. */
    public sealed interface Verdict {
        record Passed(ApiKeys.@Nullable Key key) implements Verdict {}

        /** @param retryAfter seconds */
        record Refused(String words, long retryAfter) implements Verdict {}
    }

    /** The key that a program sent, in its own header or in that of CKAN. */
    public Optional<ApiKeys.Key> key(HttpServletRequest request) {
        for (String header : List.of("X-API-Key", "Authorization", "X-CKAN-API-Key")) {
            String sent = request.getHeader(header);
            if (sent != null && !sent.isBlank()) {
                return keys.find(sent.replaceFirst("(?i)^Bearer\\s+", ""));
            }
        }
        return Optional.empty();
    }

    /** @throws cn.gov.jiyuan.kernel.error.Fault {@code opendata.not-granted} */
    public Verdict pass(HttpServletRequest request, OpenDataset dataset) {
        ApiKeys.Key key = key(request).orElse(null);
        Optional<Quotas.Exhausted> exhausted = quotas.take(key, request.getRemoteAddr());
        if (exhausted.isPresent()) {
            Quotas.Exhausted none = exhausted.get();
            String code = none.keyed() ? "opendata.quota.keyed" : "opendata.quota.unkeyed";
            return new Verdict.Refused(texts.of(code, List.of(none.quota(), none.retryAfter())), none.retryAfter());
        }
        downloads.called(key, dataset);
        return new Verdict.Passed(key);
    }
}
