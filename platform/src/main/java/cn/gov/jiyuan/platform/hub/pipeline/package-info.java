/** Pipelines (数据加工流程): declared once as data, compiled to the SQL of an engine, run all or nothing. */
@NamedInterface("pipeline")
@NullMarked
package cn.gov.jiyuan.platform.hub.pipeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
