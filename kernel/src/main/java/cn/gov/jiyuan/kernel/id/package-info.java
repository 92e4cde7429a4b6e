/** Opaque, time-ordered identifiers. */
@NullMarked
package cn.gov.jiyuan.kernel.id;

import org.jspecify.annotations.NullMarked;
