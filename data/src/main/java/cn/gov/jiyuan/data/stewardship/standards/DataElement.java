package cn.gov.jiyuan.data.stewardship.standards;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A data element (数据元): the smallest thing that a standard fixes.
 *
 * @param aliases names under which columns hold it
 * @param unitCode house code of its authoritative source
 */
public record DataElement(
        UUID id,
        String identifier,
        int version,
        String name,
        String english,
        String type,
        int length,
        String valueRange,
        @Nullable String codeTable,
        @Nullable String unitCode,
        String standard,
        List<String> aliases,
        boolean personal,
        String state,
        @Nullable UUID proposedBy) {}
