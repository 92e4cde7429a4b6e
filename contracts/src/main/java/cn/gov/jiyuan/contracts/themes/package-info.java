/** What S14 八类主题库 offers to other systems: figures with their freshness, and the rows behind them. */
@NullMarked
package cn.gov.jiyuan.contracts.themes;

import org.jspecify.annotations.NullMarked;
