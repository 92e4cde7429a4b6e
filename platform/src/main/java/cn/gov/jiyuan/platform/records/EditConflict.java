package cn.gov.jiyuan.platform.records;

import cn.gov.jiyuan.kernel.error.Fault;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Somebody else saved first (编辑冲突). Carries field by field what differs, so that the second editor loses nothing. */
public final class EditConflict extends Fault {
    private final transient List<Difference> differences;
    private final long storedVersion;

    EditConflict(RecordType type, long storedVersion, List<Difference> differences) {
        super(
                RecordsError.EDIT_CONFLICT,
                type.name(),
                differences.stream().map(Difference::label).collect(Collectors.joining("、")));
        this.differences = List.copyOf(differences);
        this.storedVersion = storedVersion;
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("differences", differences, "storedVersion", storedVersion);
    }

    public List<Difference> differences() {
        return differences;
    }

    /** The version to save against once the editor has chosen. */
    public long storedVersion() {
        return storedVersion;
    }
}
