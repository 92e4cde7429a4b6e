/** One source for each item, checked against the others (一数一源、多元校核). */
@NullMarked
package cn.gov.jiyuan.data.stewardship.crosscheck;

import org.jspecify.annotations.NullMarked;
