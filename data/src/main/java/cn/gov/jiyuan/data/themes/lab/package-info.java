/** The space for analysis: queries without SQL, jobs bound to snapshots, views that follow their reader's reach. */
@NullMarked
package cn.gov.jiyuan.data.themes.lab;

import org.jspecify.annotations.NullMarked;
