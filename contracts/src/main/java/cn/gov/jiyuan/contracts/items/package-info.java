/** What S20 政务服务事项管理 offers to other systems: facade, ids and events. */
@NullMarked
package cn.gov.jiyuan.contracts.items;

import org.jspecify.annotations.NullMarked;
