package cn.gov.jiyuan.data.exchange.collecting.reading;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML as a stream. Rows are the elements of a name, or the children of the root; their attributes and inner
 * elements are the columns, {@code outer.inner} where deeper.
 */
final class XmlRows {
    private static final int DEEPEST = 32;
    private static final int LONGEST_TEXT = 1 << 20;

    private final FieldRows fields;
    private final String element;

    private XmlRows(String element, RowSink sink) {
        this.element = element;
        this.fields = new FieldRows(sink);
    }

    static void read(Path file, String element, RowSink sink) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            new XmlRows(element, sink).all(SafeXml.open(in));
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            throw new UnreadableException("第 " + line + " 行起不是合法的 XML：" + firstLine(String.valueOf(e.getMessage())), e);
        }
    }

    private static String firstLine(String message) {
        return message.lines().reduce((first, second) -> second).orElse(message);
    }

    private void all(XMLStreamReader xml) throws XMLStreamException {
        int depth = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            SafeXml.refuseDoctype(event);
            if (event == XMLStreamConstants.START_ELEMENT) {
                boolean row = element.isEmpty()
                        ? depth == 1
                        : depth > 0 && xml.getLocalName().equals(element);
                if (row) {
                    if (!row(xml)) {
                        return;
                    }
                } else if (++depth > DEEPEST) {
                    throw tooDeep();
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    private static UnreadableException tooDeep() {
        return new UnreadableException("XML 嵌套超过 " + DEEPEST + " 层");
    }

    private boolean row(XMLStreamReader xml) throws XMLStreamException {
        long line = xml.getLocation().getLineNumber();
        Deque<String> path = new ArrayDeque<>();
        Deque<Boolean> leaf = new ArrayDeque<>();
        StringBuilder text = new StringBuilder();
        attributes(xml, "");
        while (xml.hasNext()) {
            int event = xml.next();
            SafeXml.refuseDoctype(event);
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (!leaf.isEmpty()) {
                    leaf.pop();
                    leaf.push(false);
                }
                path.push(path.isEmpty() ? xml.getLocalName() : path.peek() + "." + xml.getLocalName());
                leaf.push(true);
                if (path.size() > DEEPEST) {
                    throw tooDeep();
                }
                text.setLength(0);
                attributes(xml, path.peek() + ".");
            } else if (SafeXml.isText(event)) {
                text.append(xml.getText());
                if (text.length() > LONGEST_TEXT) {
                    throw new UnreadableException("第 " + line + " 行的元素超过 " + LONGEST_TEXT + " 个字符");
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (path.isEmpty()) {
                    return fields.end(line);
                }
                String name = path.pop();
                if (leaf.pop()) {
                    fields.put(name, text.toString());
                }
                text.setLength(0);
            }
        }
        return fields.end(line);
    }

    private void attributes(XMLStreamReader xml, String prefix) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            fields.put(prefix + xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
    }
}
