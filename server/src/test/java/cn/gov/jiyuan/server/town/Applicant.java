package cn.gov.jiyuan.server.town;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.platform.parties.DemoPopulation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The owner of a firm who applies for a food business licence, page by page (申请人). */
public final class Applicant {
    private final Browser browser;
    private final DemoPopulation.Firm firm;
    private final String itemCode;

    Applicant(Browser browser, DemoPopulation.Firm firm, String itemCode) {
        this.browser = browser;
        this.firm = firm;
        this.itemCode = itemCode;
    }

    public Browser browser() {
        return browser;
    }

    public DemoPopulation.Firm firm() {
        return firm;
    }

    /** Begins an application. @return its id */
    public UUID starts() {
        Answer answer = browser.post("/apply/" + itemCode + "/start");
        assertThat(answer.status()).as(answer.path()).isEqualTo(200);
        assertThat(answer.path()).matches("/apply/[0-9a-f-]{36}/subject");
        return UUID.fromString(answer.path().substring(7, 43));
    }

    /** Answers all questions up to the page that is named, without that page. */
    public void answersUpTo(UUID application, String page) {
        for (Map.Entry<String, Map<String, List<String>>> question : questions().entrySet()) {
            if (question.getKey().equals(page)) {
                return;
            }
            answers(application, question.getKey());
        }
    }

    /** Answers one page; it must be taken. */
    public Answer answers(UUID application, String page) {
        Answer answer = browser.post(
                "/apply/" + application + "/" + page,
                questions().getOrDefault(page, Map.of()),
                page.equals("attachments") ? attachments() : List.of());
        assertThat(answer.status()).as(page + ": " + answer.text()).isEqualTo(200);
        assertThat(answer.path()).as(page).doesNotEndWith("/" + page);
        return answer;
    }

    /** Fills in everything and submits. @return id of the matter */
    public UUID applies() {
        UUID application = starts();
        answersUpTo(application, "");
        return submits(application);
    }

    public UUID submits(UUID application) {
        Answer receipt = browser.post("/apply/" + application + "/submit");
        assertThat(receipt.status()).as(receipt.text()).isEqualTo(200);
        assertThat(receipt.path()).matches("/my/matters/[0-9a-f-]{36}/receipt");
        return UUID.fromString(receipt.path().substring(12, 48));
    }

    /** The applicant's page of the matter. */
    public Answer looksAt(UUID matter) {
        return browser.get("/my/matters/" + matter);
    }

    private static List<Upload> attachments() {
        return List.of(
                Upload.picture("subjectProof", "营业执照.png"),
                Upload.picture("layout", "布局图.png"),
                Upload.picture("rules", "制度目录.png"));
    }

    /** The answers of a small restaurant, by page. */
    public Map<String, Map<String, List<String>>> answers() {
        return questions();
    }

    private Map<String, Map<String, List<String>>> questions() {
        Map<String, Map<String, List<String>>> pages = new LinkedHashMap<>();
        pages.put(
                "subject",
                Browser.form(
                        "subjectKind",
                        "company",
                        "name",
                        firm.name(),
                        "uscc",
                        firm.uscc().value()));
        pages.put("premises", Browser.form("town", "419001001", "premises", "宣化东街 100 号一楼东户", "signboard", "愚公面馆"));
        pages.put("business", Browser.form("businessKind", "catering"));
        pages.put("catering", Browser.form("cateringScale", "restaurant"));
        pages.put("items", Browser.form("items", "hot", "items", "cold"));
        pages.put("area", Browser.form("area", "120.5", "kitchenInBasement", "false"));
        pages.put("online", Browser.form("onlineBusiness", "false"));
        pages.put(
                "representative",
                Browser.form(
                        "representative", firm.representative().name(),
                        "representativeId", firm.representative().idNumber().value()));
        pages.put("manager", Browser.form("manager", "李管理", "managerPhone", "13803890001"));
        pages.put("staff", Browser.form("staff.0.name", "王厨师", "staff.0.post", "厨师"));
        pages.put("contact", Browser.form("contactPhone", "13803890002"));
        pages.put("attachments", Map.of());
        pages.put("declaration", Browser.form("truthful", "true", "noRevocation", "true"));
        return pages;
    }
}
