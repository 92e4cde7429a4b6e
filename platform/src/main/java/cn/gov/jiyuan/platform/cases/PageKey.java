package cn.gov.jiyuan.platform.cases;

import cn.gov.jiyuan.kernel.error.Fault;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a page begins: the key of the last row of the page before. */
record PageKey(Instant at, UUID id) {
    @Override
    public String toString() {
        return at + "_" + id;
    }

    /** @throws Fault {@code cases.bad-page} */
    static @Nullable PageKey parse(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            int split = text.indexOf('_');
            return new PageKey(
                    Instant.parse(text.substring(0, Math.max(split, 0))), UUID.fromString(text.substring(split + 1)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Fault.caused(e, CasesError.BAD_PAGE);
        }
    }
}
