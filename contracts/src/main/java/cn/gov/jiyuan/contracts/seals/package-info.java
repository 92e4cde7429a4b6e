/** What S18 统一电子印章 offers to other systems: facade, ids and events. */
@NullMarked
package cn.gov.jiyuan.contracts.seals;

import org.jspecify.annotations.NullMarked;
