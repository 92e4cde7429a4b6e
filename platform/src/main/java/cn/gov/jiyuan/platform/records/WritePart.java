package cn.gov.jiyuan.platform.records;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How records of a type are edited in the list's own form. Types whose changes have rules of their own leave it out and
 * offer a facade instead.
 *
 * @param version SQL column of the optimistic version, {@code bigint}, raised by each update
 * @param editable ids of the columns that may be changed
 * @param checks column id to its check
 */
public record WritePart(String version, Set<String> editable, Map<String, Check> checks) {
    public WritePart {
        editable = Set.copyOf(editable);
        checks = Map.copyOf(checks);
    }

    public static WritePart of(String version, String... editable) {
        return new WritePart(version, Set.copyOf(List.of(editable)), Map.of());
    }

    public WritePart check(String column, Check check) {
        Map<String, Check> all = new java.util.HashMap<>(checks);
        all.put(column, check);
        return new WritePart(version, editable, all);
    }

    /** Says in Chinese what is wrong with a new value, if anything. */
    @FunctionalInterface
    public interface Check {
        Optional<String> problem(String value);
    }
}
