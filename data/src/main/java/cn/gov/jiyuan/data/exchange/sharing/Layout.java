package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.platform.hub.DataColumn;
import cn.gov.jiyuan.platform.hub.DataType;
import cn.gov.jiyuan.platform.hub.Dataset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How a dataset lies in its serving table (供数表): what is sealed, by what a row is found. */
record Layout(List<Place> places) {
    /** Columns by which people and firms are looked up, whether or not they are the key of the dataset. */
    private static final Set<String> IDENTIFYING = Set.of("id_no", "id_number", "idno", "uscc", "credit_code");

    /**
     * A column.
     *
     * @param personal sealed; not a SQL column of its own @param lookup rows are found by it
     */
    record Place(String name, String title, DataType type, boolean personal, boolean lookup) {
        String blind() {
            return "b_" + name;
        }

        String clear() {
            return "c_" + name;
        }

        /** Under which rows are found again by the person concerned, whatever the column is called. */
        String domain() {
            return isIdNumber() ? "id-number" : "exchange." + name;
        }

        boolean isIdNumber() {
            return name.startsWith("id_n") || name.equals("idno");
        }
    }

    static Layout of(Dataset dataset) {
        return new Layout(
                dataset.columns().stream().map(column -> place(dataset, column)).toList());
    }

    private static Place place(Dataset dataset, DataColumn column) {
        boolean lookup = dataset.key().contains(column.name()) || IDENTIFYING.contains(column.name());
        return new Place(column.name(), column.title(), column.type(), column.personal(), lookup);
    }

    Optional<Place> place(String name) {
        return places.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    List<Place> personal() {
        return places.stream().filter(Place::personal).toList();
    }

    List<Place> clear() {
        return places.stream().filter(place -> !place.personal()).toList();
    }

    List<Place> lookups() {
        return places.stream().filter(Place::lookup).toList();
    }

    /** The column that tells whom a row is about. */
    Optional<Place> person() {
        return places.stream().filter(Place::isIdNumber).findFirst();
    }
}
