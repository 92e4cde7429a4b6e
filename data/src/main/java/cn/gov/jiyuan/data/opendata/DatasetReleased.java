package cn.gov.jiyuan.data.opendata;

/** A version of an open dataset was published (开放数据集已发布). */
public record DatasetReleased(String identifier, int version, String resourceCode) {
    public static final String TOPIC = "opendata.dataset.released";
}
