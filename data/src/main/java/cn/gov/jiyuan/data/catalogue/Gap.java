package cn.gov.jiyuan.data.catalogue;

import java.util.List;

/** One thing that keeps a resource from being submitted. @param pointer place in the content */
record Gap(String pointer, CatalogueError error, List<Object> arguments) {
    static Gap at(String pointer, CatalogueError error, Object... arguments) {
        return new Gap(pointer, error, List.of(arguments));
    }
}
