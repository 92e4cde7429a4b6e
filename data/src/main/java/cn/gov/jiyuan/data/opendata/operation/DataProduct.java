package cn.gov.jiyuan.data.opendata.operation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A product of public data (数据产品).
 *
 * @param fields what a call gives @param fen price of a call in force; 0 for products of public interest
 */
public record DataProduct(
        UUID id,
        String registration,
        UUID grantId,
        String title,
        String scene,
        String processing,
        List<String> resources,
        List<Field> fields,
        boolean publicInterest,
        long fen,
        String state,
        @Nullable Instant stopped,
        String stopReason,
        boolean demo) {
    /** @param personal says something about a person that can be told from others */
    public record Field(String name, String title, boolean personal) {
        public Field {
            name = Objects.requireNonNullElse(name, "");
            title = Objects.requireNonNullElse(title, "");
        }
    }

    public boolean isSupplied() {
        return state.equals("SUPPLIED");
    }

    public String price() {
        return publicInterest ? "无偿（公益治理）" : "每次 " + fen / 100 + "." + String.format("%02d", fen % 100) + " 元";
    }
}
