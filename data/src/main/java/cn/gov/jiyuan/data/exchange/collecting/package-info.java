/** 数据归集: tasks bring rows from files, databases, interfaces and change logs into datasets of the hub, batch by batch. */
@NullMarked
package cn.gov.jiyuan.data.exchange.collecting;

import org.jspecify.annotations.NullMarked;
