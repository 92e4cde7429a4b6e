package cn.gov.jiyuan.kernel.time;

/** More time granted (延长审批): adds to the term, does not stop the clock. */
public record Extension(LegalTerm term, String reason) {}
