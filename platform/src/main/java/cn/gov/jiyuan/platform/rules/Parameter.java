package cn.gov.jiyuan.platform.rules;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of a parameter (规则参数).
 *
 * @param from first day on which it holds
 * @param to last day on which it holds; null if open
 */
public record Parameter(
        UUID id,
        String key,
        int version,
        String title,
        ValueType type,
        RuleValue value,
        LocalDate from,
        @Nullable LocalDate to,
        LegalBasis basis,
        Origin origin,
        State state,
        UUID proposedBy,
        String proposedName,
        @Nullable String approvedName) {
    /** Who made the version. */
    public enum Origin {
        /** Ships with the software. */
        HOUSE,
        /** Edited here. */
        CITY
    }

    public enum State {
        DRAFT,
        APPROVED
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /** “按《中华人民共和国行政许可法》第四十二条，自 2004-07-01 起为 20 个工作日”. */
    public String explanation() {
        return basis.text() + "，自 " + from + (to == null ? " 起为 " : " 至 " + to + " 为 ") + value.text();
    }

    boolean overlaps(LocalDate start, @Nullable LocalDate end) {
        return (to == null || !start.isAfter(to)) && (end == null || !from.isAfter(end));
    }
}
