/** What S30 政务服务好差评 offers to other systems: facade, ids and events. */
@NullMarked
package cn.gov.jiyuan.contracts.reviews;

import org.jspecify.annotations.NullMarked;
