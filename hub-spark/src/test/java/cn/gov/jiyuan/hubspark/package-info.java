@NullMarked
package cn.gov.jiyuan.hubspark;

import org.jspecify.annotations.NullMarked;
