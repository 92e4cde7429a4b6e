/** Full text in Chinese, pinyin and synonyms: a rebuildable projection of the feed. */
@ApplicationModule(
        id = "search",
        displayName = "搜索",
        allowedDependencies = {"feed", "database", "jobs", "access"})
@NullMarked
package cn.gov.jiyuan.platform.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
