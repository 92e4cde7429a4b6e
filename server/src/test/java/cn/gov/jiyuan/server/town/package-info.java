/** The whole platform for tests: one started application with the people of a small town, and browsers to visit it. */
@NullMarked
package cn.gov.jiyuan.server.town;

import org.jspecify.annotations.NullMarked;
