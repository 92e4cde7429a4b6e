/** Acceptance scenarios as they were really run (验收场景): who proves which, and the report of it. */
@NullMarked
package cn.gov.jiyuan.scenario;

import org.jspecify.annotations.NullMarked;
