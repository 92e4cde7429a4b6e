/** What S10 政务信息资源目录 offers to other systems: facade, ids and events. */
@NullMarked
package cn.gov.jiyuan.contracts.catalogue;

import org.jspecify.annotations.NullMarked;
