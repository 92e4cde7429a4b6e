package cn.gov.jiyuan.platform.records;

import java.util.EnumSet;
import java.util.Set;

/** Which ways of filtering make sense for which kind. */
final class Filters {
    private Filters() {}

    static Set<Filter> possible(Kind kind) {
        return switch (kind) {
            case Kind.Text text -> EnumSet.of(Filter.EQUALS, Filter.IN, Filter.PREFIX, Filter.CONTAINS, Filter.EMPTY);
            case Kind.Code code -> EnumSet.of(Filter.EQUALS, Filter.IN, Filter.EMPTY);
            case Kind.Number number -> EnumSet.of(Filter.EQUALS, Filter.IN, Filter.RANGE, Filter.EMPTY);
            case Kind.Money money -> EnumSet.of(Filter.EQUALS, Filter.RANGE, Filter.EMPTY);
            case Kind.Date date -> EnumSet.of(Filter.EQUALS, Filter.RANGE, Filter.EMPTY);
            case Kind.Moment moment -> EnumSet.of(Filter.EQUALS, Filter.RANGE, Filter.EMPTY);
            case Kind.Flag flag -> EnumSet.of(Filter.EQUALS, Filter.EMPTY);
            case Kind.Personal personal -> EnumSet.of(Filter.EQUALS, Filter.EMPTY);
            case Kind.Reference reference -> EnumSet.of(Filter.EQUALS, Filter.IN, Filter.EMPTY);
            case Kind.JsonPath path -> EnumSet.noneOf(Filter.class);
        };
    }
}
