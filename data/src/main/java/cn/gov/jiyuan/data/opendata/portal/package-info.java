/** The public pages of open data, and the desk behind them. */
@NullMarked
package cn.gov.jiyuan.data.opendata.portal;

import org.jspecify.annotations.NullMarked;
