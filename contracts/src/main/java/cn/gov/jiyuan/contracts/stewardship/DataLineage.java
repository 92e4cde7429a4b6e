package cn.gov.jiyuan.contracts.stewardship;

/** Where data come from (血缘), told by those who make one dataset of others. Joins the caller's transaction. */
public interface DataLineage {
    /**
     * A batch of one dataset was made of another; told again, the edge bears the last batch.
     *
     * @param sourceColumn @param targetColumn empty where only the datasets are known
     * @param pipeline what made it, in Chinese @param batch number of the batch
     */
    void derived(String source, String sourceColumn, String target, String targetColumn, String pipeline, String batch);
}
