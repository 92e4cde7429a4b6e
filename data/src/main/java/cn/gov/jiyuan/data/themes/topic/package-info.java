/** The theme databases: declaration, layers, refresh, figures. */
@NullMarked
package cn.gov.jiyuan.data.themes.topic;

import org.jspecify.annotations.NullMarked;
