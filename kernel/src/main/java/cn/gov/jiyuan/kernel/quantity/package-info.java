/** Money and rates that carry what they were computed from. */
@NullMarked
package cn.gov.jiyuan.kernel.quantity;

import org.jspecify.annotations.NullMarked;
