package cn.gov.jiyuan.platform.cases;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a system does when a case of its type moves: writes documents, issues licences, refuses. Called in the
 * transaction of the action, after the case has been written. Beans of this type are called by {@link #order()}, then
 * by class name.
 */
public interface CaseEffects {
    String caseType();

    default int order() {
        return 0;
    }

    /** @throws cn.gov.jiyuan.kernel.error.Fault to refuse the action; nothing of it remains */
    Result after(Transition transition);

    /**
     * What the effect gives back to the case.
     *
     * @param data facts to be merged into the case's data
     * @param evidence documents made
     * @param number official number given now; null to leave it
     */
    record Result(
            Map<String, ?> data,
            List<NewEvidence> evidence,
            @Nullable String number) {
        public static final Result NONE = new Result(Map.of(), List.of(), null);

        public Result {
            data = Map.copyOf(data);
            evidence = List.copyOf(evidence);
        }

        boolean isNothing() {
            return data.isEmpty() && evidence.isEmpty() && number == null;
        }
    }
}
