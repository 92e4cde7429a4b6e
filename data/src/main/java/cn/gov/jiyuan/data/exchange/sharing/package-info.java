/** Sharing (共享): who asks for which resource, who answers, who may call, and who did. */
@NullMarked
package cn.gov.jiyuan.data.exchange.sharing;

import org.jspecify.annotations.NullMarked;
