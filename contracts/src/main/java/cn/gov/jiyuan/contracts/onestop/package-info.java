/** What S28 一体化在线政务服务平台（办件） offers to other systems: facade, ids and events. */
@NullMarked
package cn.gov.jiyuan.contracts.onestop;

import org.jspecify.annotations.NullMarked;
