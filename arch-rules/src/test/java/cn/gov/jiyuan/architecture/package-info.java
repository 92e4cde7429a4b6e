/** The rules of the house as code, each with its reason. */
@NullMarked
package cn.gov.jiyuan.architecture;

import org.jspecify.annotations.NullMarked;
