/** Whether rows about people may be published: k-anonymity, l-diversity, differencing (匿名化门控). Pure: no database, no Spring. */
@NullMarked
package cn.gov.jiyuan.data.opendata.anonymity;

import org.jspecify.annotations.NullMarked;
