/** S11 数据归集与共享交换: what it tells other systems about batches, and what it keeps for the people concerned. */
@NullMarked
package cn.gov.jiyuan.contracts.exchange;

import org.jspecify.annotations.NullMarked;
