/** Invented departments' databases of any size (演示数源), dirty in the ways that real ones are. */
@NamedInterface("demo")
@NullMarked
package cn.gov.jiyuan.data.registers.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
