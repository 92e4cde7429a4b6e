/** Reads changes out of the log of a PostgreSQL database (无感采集), by the protocol {@code pgoutput}. */
@NullMarked
package cn.gov.jiyuan.data.exchange.collecting.capture;

import org.jspecify.annotations.NullMarked;
