package cn.gov.jiyuan.platform.documents;

import cn.gov.jiyuan.kernel.error.Fault;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A small foreign XML file as a tree, names without their prefixes. Document types are refused, size is bounded. */
record XmlNode(String name, Map<String, String> attributes, StringBuilder content, List<XmlNode> children) {
    private static final int DEEPEST = 40;
    private static final int MOST = 50_000;
    private static final XMLInputFactory FACTORY = factory();

    static XmlNode parse(String path, byte[] xml) {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(decoded(xml)));
            try {
                return read(path, reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException | CharacterCodingException | RuntimeException e) {
            throw e instanceof Fault fault ? fault : Fault.caused(e, DocumentsError.DAMAGED_XML, path);
        }
    }

    /** Strictly UTF-8; the parser would write its complaint about other bytes to the console. */
    private static String decoded(byte[] xml) throws CharacterCodingException {
        String text =
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(xml)).toString();
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static XmlNode read(String path, XMLStreamReader reader) throws XMLStreamException {
        Deque<XmlNode> open = new ArrayDeque<>();
        XmlNode root = null;
        int count = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new Fault(DocumentsError.FORBIDDEN_XML, path);
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++count > MOST || open.size() >= DEEPEST) {
                        throw new Fault(DocumentsError.DAMAGED_XML, path);
                    }
                    XmlNode node = node(reader);
                    if (open.isEmpty()) {
                        root = node;
                    } else {
                        open.peek().children().add(node);
                    }
                    open.push(node);
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                    Optional.ofNullable(open.peek())
                            .ifPresent(node -> node.content().append(reader.getText()));
                default -> {}
            }
        }
        if (root == null) {
            throw new Fault(DocumentsError.DAMAGED_XML, path);
        }
        return root;
    }

    private static XmlNode node(XMLStreamReader reader) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return new XmlNode(reader.getLocalName(), attributes, new StringBuilder(), new ArrayList<>());
    }

    Stream<XmlNode> all(String child) {
        return children.stream().filter(node -> node.name.equals(child));
    }

    Optional<XmlNode> first(String child) {
        return all(child).findFirst();
    }

    /** Text of a child, empty if there is none. */
    String textOf(String child) {
        return first(child).map(XmlNode::text).orElse("");
    }

    String text() {
        return content.toString().strip();
    }

    String attribute(String key) {
        return attributes.getOrDefault(key, "");
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }
}
