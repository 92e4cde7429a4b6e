package cn.gov.jiyuan.contracts.items;

import java.time.LocalDate;

/** An item was cancelled (事项取消): from that day it is no longer accepted. */
public record ItemCancelled(String code, int version, LocalDate effectiveOn, String name, String reason) {
    public static final String TOPIC = "items.item.cancelled";
}
