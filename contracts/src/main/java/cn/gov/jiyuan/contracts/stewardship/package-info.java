/** What S12 数据治理 offers to other systems: facade, ids and events. */
@NullMarked
package cn.gov.jiyuan.contracts.stewardship;

import org.jspecify.annotations.NullMarked;
