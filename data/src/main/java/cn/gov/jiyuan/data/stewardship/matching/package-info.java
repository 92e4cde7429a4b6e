/** Records of one person or firm that no number ties together (实体匹配). */
@NullMarked
package cn.gov.jiyuan.data.stewardship.matching;

import org.jspecify.annotations.NullMarked;
