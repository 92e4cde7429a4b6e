package cn.gov.jiyuan.platform.records;

import java.util.Set;
import java.util.stream.Collectors;

/** Names the ways of filtering to people. */
final class FilterWords {
    private FilterWords() {}

    static String of(Filter filter) {
        return switch (filter) {
            case EQUALS -> "等于";
            case IN -> "多选 in:";
            case RANGE -> "区间 起..止";
            case PREFIX -> "开头 prefix:";
            case CONTAINS -> "包含 contains:";
            case EMPTY -> "是否为空 is:empty";
        };
    }

    static String of(Set<Filter> filters) {
        return filters.isEmpty()
                ? "无"
                : filters.stream().sorted().map(FilterWords::of).collect(Collectors.joining("、"));
    }
}
