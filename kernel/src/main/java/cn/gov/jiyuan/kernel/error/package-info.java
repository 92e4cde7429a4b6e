/** Faults with a kind, a code and the place of the wrong input. */
@NullMarked
package cn.gov.jiyuan.kernel.error;

import org.jspecify.annotations.NullMarked;
