/** What people do with open data: downloads, keys and quotas, applications, corrections, wishes, reuse. */
@NullMarked
package cn.gov.jiyuan.data.opendata.access;

import org.jspecify.annotations.NullMarked;
