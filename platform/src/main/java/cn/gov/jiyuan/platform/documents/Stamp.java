package cn.gov.jiyuan.platform.documents;

/** One seal to be put on a document, where, and why (用印事由, kept by the caller's register). */
public record Stamp(SealBlob seal, StampPosition position, String reason) {}
