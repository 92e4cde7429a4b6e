/** Administrative areas (行政区划) of GB/T 2260 and the statistical codes below them. */
@NullMarked
package cn.gov.jiyuan.kernel.area;

import org.jspecify.annotations.NullMarked;
