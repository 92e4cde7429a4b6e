/** Assembly: the one deployable application, its configuration and command line. */
@NullMarked
package cn.gov.jiyuan.server;

import org.jspecify.annotations.NullMarked;
