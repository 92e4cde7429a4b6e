package cn.gov.jiyuan.data.opendata;

/** An open dataset is given out no more (开放数据集已停止提供). */
public record DatasetStopped(String identifier, String resourceCode, boolean forGood) {
    public static final String TOPIC = "opendata.dataset.stopped";
}
