/** Codes with check digits: citizens, organisations, service items, licences. */
@NullMarked
package cn.gov.jiyuan.kernel.code;

import org.jspecify.annotations.NullMarked;
