package cn.gov.jiyuan.data.stewardship.crosscheck;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where an item is told (来源): the column of a dataset of a unit.
 *
 * @param asOfColumn column of the day on which the value held; null if there is none
 */
record Source(
        UUID unitId,
        String unitCode,
        String dataset,
        String keyColumn,
        String valueColumn,
        @Nullable String asOfColumn) {}
