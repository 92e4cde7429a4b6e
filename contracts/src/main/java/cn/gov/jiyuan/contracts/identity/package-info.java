/** What S17 统一身份认证 offers to other systems: facade, ids and events. */
@NullMarked
package cn.gov.jiyuan.contracts.identity;

import org.jspecify.annotations.NullMarked;
