package cn.gov.jiyuan.contracts.catalogue;

/** A resource was suspended or cancelled (停用、注销); nothing may be delivered from it any more. */
public record ResourceWithdrawn(String code, boolean forGood, String reason) {
    public static final String TOPIC = "catalogue.resource.withdrawn";
}
