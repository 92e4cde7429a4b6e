package cn.gov.jiyuan.platform.audit;

import java.util.ArrayList;
import java.util.List;

/** Collects the first findings and counts all. */
final class Findings {
    private static final int KEPT = 100;
    private final List<AuditVerifier.Finding> kept = new ArrayList<>();
    private long count;

    void add(AuditVerifier.Kind kind, String place, String sentence) {
        count++;
        if (kept.size() < KEPT) {
            kept.add(new AuditVerifier.Finding(kind, place, sentence));
        }
    }

    List<AuditVerifier.Finding> kept() {
        return List.copyOf(kept);
    }

    long count() {
        return count;
    }
}
