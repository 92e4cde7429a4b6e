package cn.gov.jiyuan.contracts.items;

import java.time.LocalDate;
import java.util.List;

/**
 * A version was published (事项发布); enough for search to index it without asking back.
 *
 * @param effectiveFrom first day on which it holds, maybe in the future
 * @param type code of {@link ItemType}
 * @param topics themes and life events @param aliases what people call it
 */
public record ItemPublished(
        String code,
        int version,
        LocalDate effectiveFrom,
        String name,
        String summary,
        String type,
        String unitCode,
        String unitName,
        List<String> topics,
        List<String> aliases,
        boolean online,
        boolean demo) {
    public static final String TOPIC = "items.version.published";
}
