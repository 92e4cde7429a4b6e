package cn.gov.jiyuan.platform.hub;

import java.util.List;

/**
 * What a batch does to a dataset.
 *
 * @param base version to which it applies; 0 if it applies to any
 * @param added files that come @param dropped files that go, besides those that a replacement drops
 */
record Change(long base, List<Part> added, List<Part> dropped, long changed, long removed) {}
