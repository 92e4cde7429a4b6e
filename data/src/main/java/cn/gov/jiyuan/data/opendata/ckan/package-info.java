/** Open data as outside programs ask for them: CKAN Action API v3 and DCAT-AP 3. */
@NullMarked
package cn.gov.jiyuan.data.opendata.ckan;

import org.jspecify.annotations.NullMarked;
