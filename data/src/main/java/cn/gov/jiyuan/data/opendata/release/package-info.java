/** From a registered resource to an immutable version: roles of columns, the gate, files, withdrawal (登记、门控、发布、撤回). */
@NullMarked
package cn.gov.jiyuan.data.opendata.release;

import org.jspecify.annotations.NullMarked;
