/** Back-flow (回流): what another installation gives comes down in batches into a dataset of whoever asked for it. */
@NullMarked
package cn.gov.jiyuan.data.exchange.backflow;

import org.jspecify.annotations.NullMarked;
