/** The legal calendar and the one legal clock. */
@NullMarked
package cn.gov.jiyuan.kernel.time;

import org.jspecify.annotations.NullMarked;
