@NullMarked
package cn.gov.jiyuan.data.exchange.collecting;

import org.jspecify.annotations.NullMarked;
