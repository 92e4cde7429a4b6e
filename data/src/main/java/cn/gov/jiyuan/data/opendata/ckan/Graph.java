package cn.gov.jiyuan.data.opendata.ckan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Statements about a few things, in the order in which they were made (RDF), written as JSON-LD or Turtle. */
final class Graph {
    /** Prefixes of the vocabularies of DCAT-AP 3. */
    static final Map<String, String> PREFIXES = prefixes();

    private final Map<String, Map<String, List<Node>>> things = new LinkedHashMap<>();

    private static Map<String, String> prefixes() {
        Map<String, String> prefixes = new LinkedHashMap<>();
        prefixes.put("dcat", "http://www.w3.org/ns/dcat#");
        prefixes.put("dct", "http://purl.org/dc/terms/");
        prefixes.put("foaf", "http://xmlns.com/foaf/0.1/");
        prefixes.put("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
        prefixes.put("skos", "http://www.w3.org/2004/02/skos/core#");
        prefixes.put("spdx", "http://spdx.org/rdf/terms#");
        prefixes.put("vcard", "http://www.w3.org/2006/vcard/ns#");
        prefixes.put("xsd", "http://www.w3.org/2001/XMLSchema#");
        return prefixes;
    }

    /** An object: an address, or a text with language or type. */
    record Node(
            @Nullable String iri,
            String text,
            @Nullable String language,
            @Nullable String type) {}

    Graph type(String thing, String type) {
        return link(thing, "rdf:type", expanded(type));
    }

    Graph link(String thing, String predicate, String iri) {
        return add(thing, predicate, new Node(iri, "", null, null));
    }

    Graph chinese(String thing, String predicate, String text) {
        return add(thing, predicate, new Node(null, text, "zh", null));
    }

    Graph literal(String thing, String predicate, String text, String type) {
        return add(thing, predicate, new Node(null, text, null, type));
    }

    private Graph add(String thing, String predicate, Node node) {
        things.computeIfAbsent(thing, t -> new LinkedHashMap<>())
                .computeIfAbsent(predicate, p -> new ArrayList<>())
                .add(node);
        return this;
    }

    /** Things as nodes of a {@code @graph}. */
    List<Map<String, Object>> nodes() {
        List<Map<String, Object>> nodes = new ArrayList<>();
        things.forEach((thing, statements) -> {
            Map<String, Object> node = new LinkedHashMap<>();
            node.put("@id", thing);
            statements.forEach((predicate, objects) -> {
                if (predicate.equals("rdf:type")) {
                    node.put("@type", objects.stream().map(Node::iri).toList());
                } else {
                    node.put(predicate, objects.stream().map(Graph::value).toList());
                }
            });
            nodes.add(node);
        });
        return nodes;
    }

    private static Map<String, String> value(Node node) {
        if (node.iri() != null) {
            return Map.of("@id", node.iri());
        }
        return node.language() != null
                ? Map.of("@value", node.text(), "@language", node.language())
                : Map.of("@value", node.text(), "@type", expanded(node.type() == null ? "xsd:string" : node.type()));
    }

    String turtle() {
        StringBuilder text = new StringBuilder();
        things.forEach((thing, statements) -> {
            text.append('<').append(iri(thing)).append('>');
            String[] separator = {"\n    "};
            statements.forEach((predicate, objects) -> {
                for (Node object : objects) {
                    text.append(separator[0]).append(predicate).append(' ').append(turtle(object));
                    separator[0] = " ;\n    ";
                }
            });
            text.append(" .\n\n");
        });
        return text.toString();
    }

    private static String turtle(Node node) {
        if (node.iri() != null) {
            return "<" + iri(node.iri()) + ">";
        }
        String quoted = "\""
                + node.text()
                        .replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                        .replace("\t", "\\t")
                + "\"";
        return node.language() != null
                ? quoted + "@" + node.language()
                : quoted + "^^" + (node.type() == null ? "xsd:string" : node.type());
    }

    /** Addresses are ours or the EU's; what could end one early is escaped all the same. */
    private static String iri(String iri) {
        return iri.replaceAll("[\\s<>\"{}|\\\\^`]", "");
    }

    private static String expanded(String name) {
        int colon = name.indexOf(':');
        String prefix = colon < 0 ? null : PREFIXES.get(name.substring(0, colon));
        return prefix == null ? name : prefix + name.substring(colon + 1);
    }
}
