package cn.gov.jiyuan.data.opendata.release;

import cn.gov.jiyuan.data.opendata.anonymity.Ladder;
import cn.gov.jiyuan.platform.hub.DataType;

/**
 * A column of an open dataset (数据项).
 *
 * @param released whether it is published @param why what its role rests on, in Chinese
 */
public record OpenColumn(
        String name, String title, DataType type, ColumnRole role, Ladder ladder, boolean released, String why) {
    OpenColumn withReleased(boolean now) {
        return new OpenColumn(name, title, type, role, ladder, now, why);
    }

    boolean isOpen(ColumnRole asked) {
        return released && role == asked;
    }
}
