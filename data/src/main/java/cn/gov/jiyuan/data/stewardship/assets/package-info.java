/** Data as assets in the books (数据资产). */
@NullMarked
package cn.gov.jiyuan.data.stewardship.assets;

import org.jspecify.annotations.NullMarked;
