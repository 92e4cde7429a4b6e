/** Rules of quality, what they find in each version, and the orders that follow (数据质量). */
@NullMarked
package cn.gov.jiyuan.data.stewardship.quality;

import org.jspecify.annotations.NullMarked;
