/** Where data come from, and how well each department governs its own (血缘、治理评价). */
@NullMarked
package cn.gov.jiyuan.data.stewardship.governance;

import org.jspecify.annotations.NullMarked;
