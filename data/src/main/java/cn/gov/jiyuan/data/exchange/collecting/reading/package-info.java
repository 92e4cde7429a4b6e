/** Reads rows out of files of every usual form, one after the other, in little memory, whatever is wrong with them. */
@NullMarked
package cn.gov.jiyuan.data.exchange.collecting.reading;

import org.jspecify.annotations.NullMarked;
