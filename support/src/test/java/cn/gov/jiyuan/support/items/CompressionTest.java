package cn.gov.jiyuan.support.items;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.contracts.items.ItemContent;
import cn.gov.jiyuan.kernel.time.LegalTerm;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class CompressionTest {
    @Test
    void whatWasDroppedWithAGroundCounts() {
        Compression compression = Compression.of(baseline(Baseline.Ground.SHARED_DATA), now());
        assertThat(compression.days().rate()).isEqualByComparingTo("60");
        assertThat(compression.steps().rate()).isEqualByComparingTo("33.3");
        assertThat(compression.materials().rate()).isEqualByComparingTo("37.5");
        assertThat(compression.visits().rate()).isEqualByComparingTo("100");
        assertThat(compression.notices()).isEmpty();
    }

    @Test
    void whatWasDroppedWithoutAGroundDoesNotCountAndIsNamed() {
        Compression compression = Compression.of(baseline(null), now());
        assertThat(compression.materials().rate()).isEqualByComparingTo("0");
        assertThat(compression.notices())
                .hasSize(3)
                .allMatch(notice -> notice.contains("不计入材料压缩"))
                .anyMatch(notice -> notice.contains("材料 8"));
    }

    @Test
    void nothingToCompressIsNoRate() {
        Baseline none = new Baseline(LegalTerm.workdays(20), 6, 0, List.of(), "旧指南");
        assertThat(Compression.of(none, now()).visits().rate()).isNull();
    }

    private static Baseline baseline(Baseline.Ground ground) {
        List<Baseline.Paper> papers = new ArrayList<>();
        for (int i = 1; i <= 8; i++) {
            papers.add(new Baseline.Paper("M0" + i, "材料 " + i, i > 5 ? ground : null, ground == null ? null : "共享核验"));
        }
        return new Baseline(LegalTerm.workdays(20), 6, 2, papers, "2018 年办事指南");
    }

    /** Eight workdays, four steps, five materials, no visit. */
    private static ItemContent now() {
        ItemContent content = ReferenceItems.all().get("food-business-licence").content();
        return ItemsFixture.edited(
                ItemsFixture.withTerms(content, LegalTerm.workdays(20), LegalTerm.workdays(8)), tree -> {
                    ((ArrayNode) tree.path("steps")).remove(4);
                    ((ArrayNode) tree.path("materials")).remove(6);
                    ((ArrayNode) tree.path("materials")).remove(5);
                    tree.set("situations", ((ObjectNode) tree).objectNode());
                });
    }
}
