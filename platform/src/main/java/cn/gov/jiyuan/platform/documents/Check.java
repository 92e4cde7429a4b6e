package cn.gov.jiyuan.platform.documents;

/** The checks of a sealed document (签章验证, GB/T 38540-2020 第 7.3 节), in their order. */
public enum Check {
    STRUCTURE("签章结构"),
    VERSION("版本号"),
    SIGNATURE("签章人签名"),
    DIGEST("签章原文"),
    CONTENT("文件内容"),
    COVERAGE("保护范围"),
    SEAL_SIGNATURE("制章人签名"),
    MAKER_CERTIFICATE("制章人证书"),
    SIGNER_LISTED("签章人在印章的签章者列表中"),
    SIGNER_CERTIFICATE("签章人证书"),
    SIGNER_REVOCATION("签章人证书吊销状态"),
    TIME("签章时间"),
    TIMESTAMP("时间戳");

    private final String label;

    Check(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
