package cn.gov.jiyuan.platform.audit;

import java.util.Map;

/**
 * What happened, to be kept for good.
 *
 * @param action dotted verb, {@code cases.accept} for example
 * @param subjectType kind of the thing it happened to, {@code case}
 * @param subjectId its id
 * @param summary one Chinese sentence for a reader
 * @param detail further facts; personal data only masked
 */
public record AuditEvent(String action, String subjectType, String subjectId, String summary, Map<String, ?> detail) {}
