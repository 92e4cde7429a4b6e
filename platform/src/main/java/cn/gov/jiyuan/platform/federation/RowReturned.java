package cn.gov.jiyuan.platform.federation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of ours was sent back (异常回写); whoever answers for it corrects it at its source. */
public record RowReturned(
        String peer,
        String recordType,
        String recordId,
        String label,
        @Nullable UUID unitId,
        String message) {
    public static final String TOPIC = "federation.row.returned";
}
