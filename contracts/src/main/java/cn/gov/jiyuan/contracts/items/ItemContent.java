package cn.gov.jiyuan.contracts.items;

import cn.gov.jiyuan.kernel.time.LegalTerm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one version of an implementation list (实施清单) says of an item, in the groups of ZWFW C0109 and the
 * national exchange tables {@code up_task_general_*}. Any change of an element makes a new version.
 *
 * @param eligibility questions before applying; absent in JSON means none
 * @param situations variants with their own materials and terms; absent in JSON means one situation
 */
public record ItemContent(
        Basics basics,
        Terms terms,
        List<SpecialProcedure> specialProcedures,
        List<String> conditions,
        List<Material> materials,
        List<Step> steps,
        List<LegalBasis> legalBasis,
        List<Fee> fees,
        List<Question> questions,
        List<Place> places,
        Contacts contacts,
        Handling handling,
        Topics topics,
        List<EligibilityQuestion> eligibility,
        Situations situations) {
    public ItemContent {
        specialProcedures = List.copyOf(specialProcedures);
        conditions = List.copyOf(conditions);
        materials = List.copyOf(materials);
        steps = List.copyOf(steps);
        legalBasis = List.copyOf(legalBasis);
        fees = List.copyOf(fees);
        questions = List.copyOf(questions);
        places = List.copyOf(places);
        eligibility = eligibility == null ? List.of() : List.copyOf(eligibility);
        situations = situations == null ? Situations.NONE : situations;
    }

    /** The materials that a case of the {@link #situations} needs; all of them if none is chosen. */
    public List<Material> materials(Situations.@Nullable Case chosen) {
        return chosen == null
                ? materials
                : materials.stream()
                        .filter(m -> chosen.materials().contains(m.code()))
                        .toList();
    }

    /** The terms in a case of the {@link #situations}. */
    public Terms terms(Situations.@Nullable Case chosen) {
        if (chosen == null) {
            return terms;
        }
        LegalTerm legal = chosen.legal();
        LegalTerm promise = chosen.promise();
        return new Terms(
                legal == null ? terms.legal() : legal, promise == null ? terms.promise() : promise, terms.note());
    }

    /**
     * @param summary what it is for, in one sentence for people
     * @param unitNature 实施主体性质: legal authority, authorised, entrusted
     * @param powerSource whence the power comes (权力来源)
     * @param serviceObjects for whom (服务对象): 自然人, 企业法人 …
     * @param quantityLimit limit of number (数量限制), null if none
     */
    public record Basics(
            String name,
            String summary,
            ItemType type,
            String unitNature,
            String powerSource,
            List<String> serviceObjects,
            List<String> jointUnits,
            @Nullable String intermediary,
            @Nullable String quantityLimit,
            String resultType,
            String resultName) {
        public Basics {
            serviceObjects = List.copyOf(serviceObjects);
            jointUnits = List.copyOf(jointUnits);
        }
    }

    /** Legal and promised term (法定时限、承诺时限). @param note how they are counted */
    public record Terms(
            LegalTerm legal, LegalTerm promise, @Nullable String note) {}

    /**
     * A step of the flow (办理流程).
     *
     * @param who who acts
     * @param what what happens
     * @param time how long it takes, in words
     * @param byApplicant whether the applicant must act; counts for the number of links (环节数)
     */
    public record Step(String name, String who, String what, String time, boolean byApplicant) {}

    /** @param number document number (文号) @param clause 第三十五条 @param text wording of the clause */
    public record LegalBasis(String law, String number, String clause, String text) {}

    /** @param reducible whether it can be reduced or waived (可减免) */
    public record Fee(String name, String standard, String basis, boolean reducible) {}

    public record Question(String question, String answer) {}

    public record Place(String name, String address, String hours, String phone) {}

    /** Whom to ask and where to complain (咨询、监督). */
    public record Contacts(List<String> enquiries, List<String> supervision) {
        public Contacts {
            enquiries = List.copyOf(enquiries);
            supervision = List.copyOf(supervision);
        }
    }

    /**
     * How it is handled.
     *
     * @param onlineDepth I information, II pre-check, III acceptance, IV wholly online (办理深度)
     * @param visits visits in person (到现场次数)
     * @param forms 办理形式: 窗口, 电脑端, 移动端, 快递
     * @param area 通办范围
     * @param formId the form that is filled in; null if it cannot be applied for online
     * @param formVersion its version
     * @param licenceType type of the licence that results (21 characters), null if none
     * @param licenceValidity how long that licence holds
     * @param realLevel the real-name level (实名等级, 1–4) that an online applicant needs; null for the usual one
     */
    public record Handling(
            ProcessKind kind,
            boolean online,
            String onlineDepth,
            int visits,
            List<String> forms,
            String area,
            boolean delivery,
            boolean appointment,
            @Nullable String formId,
            @Nullable Integer formVersion,
            @Nullable String licenceType,
            @Nullable LegalTerm licenceValidity,
            @Nullable Integer realLevel) {
        private static final int USUAL_LEVEL = 2;

        public Handling {
            forms = List.copyOf(forms);
        }

        public int minimumRealLevel() {
            return realLevel == null ? USUAL_LEVEL : realLevel;
        }
    }

    /**
     * Under which one finds it.
     *
     * @param personal themes for natural persons @param corporate themes for legal entities
     * @param events life events (一件事) @param aliases what people call it, “开饭店”
     */
    public record Topics(List<String> personal, List<String> corporate, List<String> events, List<String> aliases) {
        public Topics {
            personal = List.copyOf(personal);
            corporate = List.copyOf(corporate);
            events = List.copyOf(events);
            aliases = List.copyOf(aliases);
        }
    }
}
