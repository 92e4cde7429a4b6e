package cn.gov.jiyuan.data.opendata.release;

import cn.gov.jiyuan.contracts.catalogue.Resource;
import cn.gov.jiyuan.contracts.catalogue.ResourceCatalogue;
import cn.gov.jiyuan.contracts.stewardship.DataGrades;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What catalogue and stewardship say of a source; open data stand without stewardship, by their own judgement. */
@Component("opendata.Sources")
public final class Sources {
    private final ObjectProvider<ResourceCatalogue> catalogue;
    private final ObjectProvider<DataGrades> grades;

    Sources(ObjectProvider<ResourceCatalogue> catalogue, ObjectProvider<DataGrades> grades) {
        this.catalogue = catalogue;
        this.grades = grades;
    }

    /** The resource as published in the catalogue now. */
    public Optional<Resource> resource(String code) {
        ResourceCatalogue found = catalogue.getIfAvailable();
        return found == null ? Optional.empty() : found.published(code);
    }

    List<Resource> resources(String after, int limit) {
        ResourceCatalogue found = catalogue.getIfAvailable();
        return found == null ? List.of() : found.list(after.isEmpty() ? null : after, limit);
    }

    /** Grades of the columns of a dataset of the hub, by column. */
    Map<String, DataGrades.ColumnGrade> grades(String dataset) {
        Map<String, DataGrades.ColumnGrade> byColumn = new HashMap<>();
        DataGrades found = grades.getIfAvailable();
        if (found != null) {
            found.columns(dataset).forEach(grade -> byColumn.put(grade.column(), grade));
        }
        return byColumn;
    }
}
