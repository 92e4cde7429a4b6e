/** Data elements, code tables and which column follows which element (数据标准). */
@NullMarked
package cn.gov.jiyuan.data.stewardship.standards;

import org.jspecify.annotations.NullMarked;
