package cn.gov.jiyuan.support.items;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.contracts.items.ItemContent;
import cn.gov.jiyuan.contracts.items.Material;
import cn.gov.jiyuan.platform.forms.Answers;
import cn.gov.jiyuan.platform.forms.FormDefinition;
import cn.gov.jiyuan.platform.forms.FormPage;
import cn.gov.jiyuan.platform.forms.Forms;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class FoodBusinessFormTest {
    private final FormDefinition form = forms().latest("food-business-licence");

    @Test
    void everyFileFieldDeliversAMaterialOfTheItem() {
        ItemContent content = ReferenceItems.all().get("food-business-licence").content();
        assertThat(content.materials().stream().map(Material::code))
                .containsAll(form.materials().keySet());
        assertThat(content.handling().formVersion()).isEqualTo(form.version());
    }

    @Test
    void asksARestaurantForItsKindAndACanteenForItsDiners() {
        assertThat(form.pages(Answers.of(Map.of("businessKind", "catering"))).stream()
                        .map(FormPage::id))
                .contains("catering")
                .doesNotContain("canteen", "platforms");
        assertThat(form.pages(Answers.of(Map.of("businessKind", "canteen", "onlineBusiness", true))).stream()
                        .map(FormPage::id))
                .contains("canteen", "platforms");
    }

    @Test
    void acceptsACompleteApplicationWithoutTheProofTheGovernmentHas() {
        FormDefinition spared = form.without(Set.of("subjectProof"));
        Answers answers = Answers.fromJson("""
                {"subjectKind": "individual", "name": "济源市沁园王五面馆", "uscc": "11419001MB1A00028Q", "town": "419001001",
                 "premises": "宣化东街 100 号一楼东户", "businessKind": "catering", "cateringScale": "snack", "items": ["hot"],
                 "area": 60.5, "kitchenInBasement": false, "onlineBusiness": false, "representative": "王五",
                 "representativeId": "419001199003070015", "manager": "王五", "managerPhone": "13800000000",
                 "contactPhone": "13800000000", "layout": ["f1"], "rules": ["f2"], "truthful": true, "noRevocation": true}
                """);
        assertThat(spared.validate(answers)).isEmpty();
        assertThat(form.validate(answers)).extracting(p -> p.message()).isEqualTo(List.of("请上传营业执照或者其他主体资格证明"));
    }

    private static Forms forms() {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.scan("cn.gov.jiyuan.platform.forms");
        context.refresh();
        return context.getBean(Forms.class);
    }
}
