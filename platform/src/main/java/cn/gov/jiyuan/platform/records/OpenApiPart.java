package cn.gov.jiyuan.platform.records;

import tools.jackson.databind.node.ObjectNode;

/** Adds endpoints that are not records to the one OpenAPI document; a bean per module that has any. */
@FunctionalInterface
public interface OpenApiPart {
    /** @param document the document, with {@code paths} and {@code components.schemas} to add to */
    void describe(ObjectNode document);
}
