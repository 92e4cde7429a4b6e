package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.contracts.items.ItemContent;
import cn.gov.jiyuan.contracts.items.Material;
import cn.gov.jiyuan.contracts.items.ProcessKind;
import cn.gov.jiyuan.contracts.items.SpecialProcedure;
import cn.gov.jiyuan.kernel.code.CodeCheck;
import cn.gov.jiyuan.kernel.code.ItemImplementationCode;
import cn.gov.jiyuan.kernel.code.LicenceTypeCode;
import cn.gov.jiyuan.kernel.time.LegalTerm;
import cn.gov.jiyuan.platform.forms.Forms;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a version still lacks before it may be published (要素完整性检查). */
final class Completeness {
    private final Forms forms;
    private final ItemRules rules;

    Completeness(Forms forms, ItemRules rules) {
        this.forms = forms;
        this.rules = rules;
    }

    List<Shortfall> check(String code, ItemContent content) {
        List<Shortfall> found = new ArrayList<>();
        CodeCheck check = ItemImplementationCode.check(code);
        if (!check.valid()) {
            found.add(Shortfall.at("", ItemsError.CODE_INVALID, check.reason()));
        }
        elements(content, found);
        terms(content, found);
        materials(content.materials(), found);
        handling(content.handling(), found);
        fees(content, found);
        new VariantCompleteness(content, found).check();
        return List.copyOf(found);
    }

    private static void elements(ItemContent content, List<Shortfall> found) {
        ItemContent.Basics basics = content.basics();
        text(basics.name(), "/basics/name", "事项名称", found);
        text(basics.summary(), "/basics/summary", "一句话说明", found);
        text(basics.unitNature(), "/basics/unitNature", "实施主体性质", found);
        text(basics.powerSource(), "/basics/powerSource", "权力来源", found);
        text(basics.resultName(), "/basics/resultName", "办理结果", found);
        some(basics.serviceObjects(), "/basics/serviceObjects", "服务对象", found);
        some(content.conditions(), "/conditions", "受理条件", found);
        some(content.steps(), "/steps", "办理流程", found);
        some(content.places(), "/places", "办理地点", found);
        some(content.contacts().enquiries(), "/contacts/enquiries", "咨询方式", found);
        some(content.contacts().supervision(), "/contacts/supervision", "监督投诉方式", found);
        some(content.legalBasis(), "/legalBasis", "设定依据", found);
        for (int i = 0; i < content.legalBasis().size(); i++) {
            ItemContent.LegalBasis basis = content.legalBasis().get(i);
            text(basis.law(), "/legalBasis/" + i + "/law", "依据名称", found);
            text(basis.text(), "/legalBasis/" + i + "/text", "依据条款内容", found);
        }
        if (content.topics().personal().isEmpty()
                && content.topics().corporate().isEmpty()) {
            found.add(Shortfall.at("/topics", ItemsError.ELEMENT_MISSING, "主题分类"));
        }
    }

    private void terms(ItemContent content, List<Shortfall> found) {
        LegalTerm legal = content.terms().legal();
        LegalTerm promise = content.terms().promise();
        if (TermLength.exceeds(promise, legal)) {
            found.add(Shortfall.at(
                    "/terms/promise", ItemsError.PROMISE_OVER_LEGAL, TermLength.text(promise), TermLength.text(legal)));
        }
        if (content.handling().kind() != ProcessKind.ON_THE_SPOT) {
            return;
        }
        LegalTerm longest = rules.onTheSpot();
        if (promise.amount() > 0 && (promise.unit() != longest.unit() || promise.amount() > longest.amount())) {
            found.add(Shortfall.at(
                    "/terms/promise", ItemsError.ON_THE_SPOT_PROMISE, TermLength.text(longest), promise.text()));
        }
        for (SpecialProcedure procedure : content.specialProcedures()) {
            found.add(Shortfall.at("/specialProcedures", ItemsError.ON_THE_SPOT_PROCEDURE, procedure.name()));
        }
    }

    private static void materials(List<Material> materials, List<Shortfall> found) {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < materials.size(); i++) {
            Material material = materials.get(i);
            String at = "/materials/" + i;
            text(material.name(), at + "/name", "材料名称", found);
            if (!codes.add(material.code())) {
                found.add(Shortfall.at(at + "/code", ItemsError.MATERIAL_CODE_TWICE, material.code()));
            }
            for (String type : material.licenceTypes()) {
                CodeCheck check = LicenceTypeCode.check(type);
                if (!check.valid()) {
                    found.add(Shortfall.at(
                            at + "/licenceTypes", ItemsError.MATERIAL_LICENCE_TYPE, material.name(), check.reason()));
                }
            }
        }
    }

    private void handling(ItemContent.Handling handling, List<Shortfall> found) {
        some(handling.forms(), "/handling/forms", "办理形式", found);
        if (handling.visits() == 0 && !handling.onlineDepth().equals("IV")) {
            found.add(Shortfall.at("/handling/onlineDepth", ItemsError.ZERO_VISITS_DEPTH, handling.onlineDepth()));
        }
        LegalTerm validity = handling.licenceValidity();
        if (validity != null && !validity.unit().isByCalendar()) {
            found.add(Shortfall.at("/handling/licenceValidity", ItemsError.LICENCE_VALIDITY, validity.text()));
        }
        String form = handling.formId();
        if (form != null && !forms.exists(form)) {
            found.add(Shortfall.at("/handling/formId", ItemsError.ONLINE_WITHOUT_FORM, form));
        }
    }

    private static void fees(ItemContent content, List<Shortfall> found) {
        for (int i = 0; i < content.fees().size(); i++) {
            ItemContent.Fee fee = content.fees().get(i);
            if (blank(fee.basis())) {
                found.add(Shortfall.at("/fees/" + i + "/basis", ItemsError.FEE_WITHOUT_BASIS, fee.name()));
            }
        }
    }

    private static void text(@Nullable String text, String pointer, String name, List<Shortfall> found) {
        if (blank(text)) {
            found.add(Shortfall.at(pointer, ItemsError.ELEMENT_MISSING, name));
        }
    }

    private static void some(Collection<?> elements, String pointer, String name, List<Shortfall> found) {
        if (elements.isEmpty()) {
            found.add(Shortfall.at(pointer, ItemsError.ELEMENT_MISSING, name));
        }
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
