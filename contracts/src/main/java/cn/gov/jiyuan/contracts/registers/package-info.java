/** S13 四大基础库: what the registers offer to other systems. */
@NullMarked
package cn.gov.jiyuan.contracts.registers;

import org.jspecify.annotations.NullMarked;
