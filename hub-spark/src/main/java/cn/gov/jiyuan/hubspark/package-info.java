/**
 * Apache Spark as the hub's second engine (数据中枢的分布式引擎): an artefact of its own, absent from the distribution. Where it is
 * on the class path, {@code jiyuan.hub.engine=spark} lets it run the pipelines.
 */
@NullMarked
package cn.gov.jiyuan.hubspark;

import org.jspecify.annotations.NullMarked;
