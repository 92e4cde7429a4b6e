/** Whether two records tell of the same thing (实体匹配), where no number says so. */
@NullMarked
package cn.gov.jiyuan.kernel.matching;

import org.jspecify.annotations.NullMarked;
