@NullMarked
package cn.gov.jiyuan.data.exchange.collecting.reading;

import org.jspecify.annotations.NullMarked;
