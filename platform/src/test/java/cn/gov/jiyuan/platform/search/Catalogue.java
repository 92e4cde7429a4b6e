package cn.gov.jiyuan.platform.search;

import java.util.ArrayList;
import java.util.List;

/** Names of real service items and questions that people ask about them. */
final class Catalogue {
    record Service(String unit, String name) {}

    /** @param expected fragments of names, any of which answers the question */
    record Asked(String text, String category, List<String> expected) {
        boolean answeredBy(String title) {
            return expected.stream()
                    .map(Letters::squeeze)
                    .anyMatch(e -> Letters.squeeze(title).contains(e)
                            || Letters.squeeze(Letters.withoutBrackets(Letters.fold(title)))
                                    .contains(e));
        }
    }

    private Catalogue() {}

    static List<Service> services() {
        return Resources.lines("services.csv").stream()
                .skip(1)
                .map(line -> new Service(
                        line.substring(0, line.indexOf(',')),
                        line.substring(line.indexOf(',') + 1).replace("\"", "")))
                .toList();
    }

    static List<Asked> asked() {
        return asked("queries.csv");
    }

    /** Questions written without a look at the ranks and never used to adjust words or weights. */
    static List<Asked> heldOut() {
        return asked("held-out.csv");
    }

    private static List<Asked> asked(String file) {
        return Resources.lines(file).stream()
                .map(line -> line.split(",", -1))
                .map(parts -> new Asked(parts[0], parts[1], List.of(parts[2].split("\\|", -1))))
                .toList();
    }

    static List<SearchDocument> documents(int count) {
        List<Service> services = services();
        List<SearchDocument> documents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Service service = services.get(i % services.size());
            String name = i < services.size() ? service.name() : service.name() + "（第" + i / services.size() + "分厅）";
            documents.add(SearchDocument.of("item", "i" + i, name, "/items/i" + i)
                    .withUnit(service.unit())
                    .withText("受理条件：符合法律法规规定的申请人，由" + service.unit() + "在法定期限内办结" + name + "。"));
        }
        return documents;
    }
}
