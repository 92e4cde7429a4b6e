package cn.gov.jiyuan.data.catalogue;

import cn.gov.jiyuan.contracts.catalogue.OpenType;
import cn.gov.jiyuan.contracts.catalogue.ResourceItem;
import cn.gov.jiyuan.contracts.catalogue.SharingType;
import cn.gov.jiyuan.platform.portal.Texts;
import cn.gov.jiyuan.platform.rules.LegalBasis;
import cn.gov.jiyuan.platform.rules.Rules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the law and the guide ask of a resource before it goes to review (编目校验). */
@Component
final class ResourceCheck {
    private static final Pattern COLUMN = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private final Rules rules;
    private final Texts texts;

    ResourceCheck(Rules rules, Texts texts) {
        this.rules = rules;
        this.texts = texts;
    }

    /** @param known whether a code is in the catalogue */
    List<Gap> gaps(Content content, String classCode, Predicate<String> known, LocalDate today) {
        List<Gap> gaps = new ArrayList<>();
        description(content, today, gaps);
        sharing(content, classCode, today, gaps);
        opening(content, gaps);
        items(content.items(), gaps);
        for (int i = 0; i < content.related().size(); i++) {
            if (!known.test(content.related().get(i))) {
                gaps.add(Gap.at(
                        "/related/" + i,
                        CatalogueError.RELATED_UNKNOWN,
                        content.related().get(i)));
            }
        }
        return gaps;
    }

    List<IncompleteFault.Told> told(List<Gap> gaps) {
        return gaps.stream()
                .map(gap -> new IncompleteFault.Told(
                        gap.pointer(), gap.error().code(), texts.of(gap.error().code(), gap.arguments())))
                .toList();
    }

    private void description(Content content, LocalDate today, List<Gap> gaps) {
        if (content.name().isEmpty()) {
            gaps.add(Gap.at("/name", CatalogueError.NAME_MISSING));
        }
        long least = rules.integer("catalogue.summary.least", today);
        int length = content.summary().codePointCount(0, content.summary().length());
        if (length < least) {
            gaps.add(Gap.at("/summary", CatalogueError.SUMMARY_SHORT, least, length));
        }
        if (content.format() == null) {
            gaps.add(Gap.at("/format", CatalogueError.FORMAT_MISSING));
        }
        if (content.cycle() == null) {
            gaps.add(Gap.at("/cycle", CatalogueError.CYCLE_MISSING));
        }
    }

    private void sharing(Content content, String classCode, LocalDate today, List<Gap> gaps) {
        SharingType sharing = content.sharing();
        if (sharing == null) {
            gaps.add(Gap.at("/sharing", CatalogueError.SHARING_MISSING));
            return;
        }
        if (sharing == SharingType.NONE) {
            refusal(content, classCode, today, gaps);
            return;
        }
        if (sharing == SharingType.CONDITIONAL && content.sharingCondition().isEmpty()) {
            String law = cited("catalogue.condition.contents", today);
            gaps.add(Gap.at("/sharingCondition", CatalogueError.CONDITION_MISSING, law));
        }
        if (content.sharingMode() == null) {
            gaps.add(Gap.at("/sharingMode", CatalogueError.MODE_MISSING));
        }
    }

    private void refusal(Content content, String classCode, LocalDate today, List<Gap> gaps) {
        if (rules.list("catalogue.basic.classes", today).contains(classCode.substring(0, 1))) {
            gaps.add(Gap.at("/sharing", CatalogueError.BASIC_SHARED, cited("catalogue.basic.classes", today)));
        }
        String law = cited("catalogue.refusal.kinds", today);
        List<String> kinds = rules.list("catalogue.refusal.kinds", today);
        BasisKind kind = content.basisKind();
        if (content.basis().isEmpty() || kind == null) {
            String place = content.basis().isEmpty() ? "/basis" : "/basisKind";
            gaps.add(Gap.at(place, CatalogueError.BASIS_MISSING, law));
        } else if (!kinds.contains(kind.name())) {
            String wanted =
                    kinds.stream().map(name -> BasisKind.valueOf(name).label()).collect(Collectors.joining("、"));
            gaps.add(Gap.at("/basisKind", CatalogueError.BASIS_KIND, kind.label(), wanted, law));
        }
    }

    /** “《政务信息资源共享管理暂行办法》（国发〔2016〕51号）第十条”. */
    private String cited(String key, LocalDate today) {
        LegalBasis basis = rules.parameter(key, today).basis();
        return "《" + basis.law() + "》" + (basis.number().isEmpty() ? "" : "（" + basis.number() + "）") + basis.clause();
    }

    private static void opening(Content content, List<Gap> gaps) {
        if (content.open() == null) {
            gaps.add(Gap.at("/open", CatalogueError.OPEN_MISSING));
        } else if (content.open() == OpenType.CONDITIONAL
                && content.openCondition().isEmpty()) {
            gaps.add(Gap.at("/openCondition", CatalogueError.OPEN_CONDITION));
        }
    }

    private static void items(List<ResourceItem> items, List<Gap> gaps) {
        if (items.isEmpty()) {
            gaps.add(Gap.at("/items", CatalogueError.ITEMS_MISSING));
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            item(items.get(i), i + 1, "/items/" + i, gaps);
            if (!names.add(items.get(i).name())) {
                gaps.add(Gap.at(
                        "/items/" + i + "/name",
                        CatalogueError.ITEM_TWICE,
                        i + 1,
                        items.get(i).name()));
            }
        }
    }

    private static void item(ResourceItem item, int number, String at, List<Gap> gaps) {
        if (!COLUMN.matcher(item.name()).matches()) {
            gaps.add(Gap.at(at + "/name", CatalogueError.ITEM_NAME, number, item.name()));
        }
        if (item.title().isBlank()) {
            gaps.add(Gap.at(at + "/title", CatalogueError.ITEM_TITLE, number));
        }
        if (ItemType.of(item.type()).isEmpty()) {
            gaps.add(Gap.at(at + "/type", CatalogueError.ITEM_TYPE, number, item.type()));
        }
        if (item.type().equals("C") && item.length() < 1) {
            gaps.add(Gap.at(at + "/length", CatalogueError.ITEM_LENGTH, number, item.title()));
        }
        if (item.level() < 1 || item.level() > 6) {
            gaps.add(Gap.at(at + "/level", CatalogueError.ITEM_LEVEL, number));
        }
    }
}
