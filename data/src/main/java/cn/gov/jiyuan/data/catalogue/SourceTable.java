package cn.gov.jiyuan.data.catalogue;

import java.util.List;

/** A table as a database describes it. @param title its comment, or its name */
record SourceTable(String name, String title, List<SourceColumn> columns) {}
