package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import cn.gov.jiyuan.platform.search.ReleasedSource;
import cn.gov.jiyuan.platform.search.SearchDocument;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Departments and towns in the search, leading to their items. Units are reference data and change with a release. */
@Component
@Order(20)
final class DepartmentSearch implements ReleasedSource {
    private static final String KIND = "department";

    private final Units units;

    DepartmentSearch(Units units) {
        this.units = units;
    }

    @Override
    public Map<String, String> kinds() {
        return Map.of(KIND, "部门");
    }

    @Override
    public void all(Consumer<SearchDocument> sink) {
        for (Unit unit : units.offices()) {
            sink.accept(SearchDocument.of(KIND, unit.code(), unit.name(), "/departments/" + unit.code())
                    .withAliases(List.of(unit.shortName()))
                    .withFacts(Map.of("类别", unit.kind().label())));
        }
    }
}
