/** Whole journeys through the browser, as a citizen and an official make them. */
@NullMarked
package cn.gov.jiyuan.journeys;

import org.jspecify.annotations.NullMarked;
