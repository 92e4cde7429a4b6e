package cn.gov.jiyuan.platform.records;

/**
 * The SQL columns by which rows are allotted to those who may see them. An empty name means that the source has no such
 * column; a scope that would need it then sees nothing.
 *
 * @param unit uuid of the responsible unit
 * @param owner uuid of the party concerned; also the person told about each unmasking
 * @param area division code, its prefixes are the wider areas
 */
public record ScopeColumns(String unit, String owner, String area) {
    static final ScopeColumns NONE = new ScopeColumns("", "", "");
}
