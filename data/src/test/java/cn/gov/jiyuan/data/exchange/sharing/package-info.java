@NullMarked
package cn.gov.jiyuan.data.exchange.sharing;

import org.jspecify.annotations.NullMarked;
