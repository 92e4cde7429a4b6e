package cn.gov.jiyuan.data.registers;

import cn.gov.jiyuan.platform.hub.DataSession;
import cn.gov.jiyuan.platform.hub.pipeline.Pipeline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the fields of a golden record came from (各项来源), read from its columns {@code provenance} and {@code conflicts}.
 *
 * @param sources house code of the department by field of the register
 * @param conflicts fields about which departments disagree
 */
record Provenance(Map<String, String> sources, List<String> conflicts) {
    private static final int ORIGIN_BITS = 4;

    /** @param fields field of the register by column of the pipeline; a column that is not there bears its own name */
    static Provenance of(DataSession.Row row, Pipeline pipeline, Map<String, String> fields) {
        long provenance = row.number("provenance");
        long conflicts = row.number("conflicts");
        Map<String, String> sources = new HashMap<>();
        List<String> disputed = new ArrayList<>();
        for (int i = 0; i < pipeline.fields().size(); i++) {
            String column = pipeline.fields().get(i).name();
            String field = fields.getOrDefault(column, column);
            int origin = (int) (provenance >> (ORIGIN_BITS * i)) & 15;
            if (origin > 0) {
                sources.put(field, pipeline.origins().get(origin - 1).code());
            }
            if ((conflicts >> i & 1) == 1) {
                disputed.add(field);
            }
        }
        return new Provenance(sources, disputed);
    }
}
