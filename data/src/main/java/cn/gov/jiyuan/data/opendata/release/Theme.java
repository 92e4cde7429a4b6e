package cn.gov.jiyuan.data.opendata.release;

/** Themes of open data (主题), each with its code of the EU vocabulary that DCAT-AP asks for. */
public enum Theme {
    ECONOMY("经济运行", "ECON"),
    MARKET("市场监管", "ECON"),
    PEOPLE("人口与社会保障", "SOCI"),
    HEALTH("医疗卫生", "HEAL"),
    EDUCATION("教育文化", "EDUC"),
    TRANSPORT("交通运输", "TRAN"),
    ENVIRONMENT("生态环境", "ENVI"),
    AGRICULTURE("农业农村", "AGRI"),
    SPACE("城乡建设", "REGI"),
    SAFETY("公共安全", "JUST"),
    GOVERNMENT("政务服务", "GOVE");

    private final String label;
    private final String european;

    Theme(String label, String european) {
        this.label = label;
        this.european = european;
    }

    public String label() {
        return label;
    }

    /** Code in http://publications.europa.eu/resource/authority/data-theme. */
    public String european() {
        return european;
    }
}
