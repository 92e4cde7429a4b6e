package cn.gov.jiyuan.contracts.catalogue;

/** A version of a resource was published (目录发布). */
public record ResourcePublished(
        String code, int version, String name, String unitCode, SharingType sharing, OpenType open, boolean demo) {
    public static final String TOPIC = "catalogue.resource.published";
}
