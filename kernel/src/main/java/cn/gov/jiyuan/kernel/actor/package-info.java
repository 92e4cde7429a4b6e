/** Who acts: the value that every business record, audit event and policy decision carries. */
@NullMarked
package cn.gov.jiyuan.kernel.actor;

import org.jspecify.annotations.NullMarked;
