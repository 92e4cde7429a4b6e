/** Benchmarks: each main compares what the platform does with the same done by hand, in one run. */
@NullMarked
package cn.gov.jiyuan.bench;

import org.jspecify.annotations.NullMarked;
