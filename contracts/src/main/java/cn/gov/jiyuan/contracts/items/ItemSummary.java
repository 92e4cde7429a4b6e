package cn.gov.jiyuan.contracts.items;

import java.util.List;

/**
 * One line of a list of items in force.
 *
 * @param online declared as open to online applications
 * @param applicable can be applied for on this platform
 * @param promise promised term in words
 * @param topics all themes and life events
 * @param uses matters of the last twelve months
 */
public record ItemSummary(
        String code,
        String name,
        ItemType type,
        String unitCode,
        String unitName,
        boolean online,
        boolean applicable,
        String promise,
        int visits,
        List<String> topics,
        long uses) {}
