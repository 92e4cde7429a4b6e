package cn.gov.jiyuan.platform.documents;

/** The two faces of a document: 宋体 to read, 黑体 to head. */
public enum Typeface {
    SONG("宋体"),
    HEI("黑体");

    private final String label;

    Typeface(String label) {
        this.label = label;
    }

    /** The name a reader of the document knows. */
    public String label() {
        return label;
    }
}
