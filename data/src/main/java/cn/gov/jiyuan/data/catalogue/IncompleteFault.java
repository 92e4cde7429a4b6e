package cn.gov.jiyuan.data.catalogue;

import cn.gov.jiyuan.kernel.error.Fault;
import java.util.List;
import java.util.Map;

/** A resource that cannot be submitted, with every place that is wrong. */
final class IncompleteFault extends Fault {
    private final transient List<Told> problems;

    /** A gap in words, as the problem document lists it. */
    record Told(String pointer, String code, String detail) {}

    IncompleteFault(List<Told> problems) {
        super(CatalogueError.INCOMPLETE, problems.size(), problems.getFirst().detail());
        this.problems = problems;
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("problems", problems);
    }
}
