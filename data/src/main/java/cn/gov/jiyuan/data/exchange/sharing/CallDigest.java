package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.platform.keys.Sm3;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;

/** Digests of calls and of the links of their chain; the same for the writer and for whoever verifies. */
final class CallDigest {
    private CallDigest() {}

    static byte[] of(Call call) {
        return Sm3.digest(String.join(
                "\n",
                call.id().toString(),
                call.at().truncatedTo(ChronoUnit.MICROS).toString(),
                String.valueOf(call.grantId()),
                call.appKey(),
                String.valueOf(call.unitId()),
                call.unitName(),
                call.api(),
                call.resourceCode(),
                call.resourceName(),
                call.caseNumber(),
                call.purpose(),
                call.operator(),
                call.paramDigest(),
                Integer.toString(call.rows()),
                Long.toString(call.latencyMicros()),
                Integer.toString(call.status()),
                call.code(),
                String.valueOf(call.nonce())));
    }

    /** A link: the one before and its calls by id. */
    static byte[] link(byte[] previous, UUID chain, long sequence, Map<UUID, byte[]> calls) {
        Sm3 digest = new Sm3().update(previous);
        digest.update((chain + "#" + sequence).getBytes(StandardCharsets.UTF_8));
        calls.entrySet().stream()
                .sorted(Comparator.comparing(call -> call.getKey().toString()))
                .forEach(call -> digest.update(call.getValue()));
        return digest.finish();
    }
}
