package cn.gov.jiyuan.platform.documents;

import cn.gov.jiyuan.kernel.error.Fault;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** The parts of an OFD file and how they hang together. Paths are those of the package, without a leading slash. */
record OfdPackage(Map<String, Part> parts, List<Body> bodies) {
    static final String ENTRY = "OFD.xml";

    static OfdPackage of(Map<String, Part> parts) {
        XmlNode entry = xml(parts, ENTRY);
        List<Body> bodies = entry.all("DocBody")
                .map(body -> new Body(
                        body.first("DocInfo").orElse(body),
                        resolve(ENTRY, body.textOf("DocRoot")),
                        body.first("Signatures")
                                .map(path -> resolve(ENTRY, path.text()))
                                .orElse("")))
                .toList();
        if (!entry.name().equals("OFD") || bodies.isEmpty()) {
            throw new Fault(DocumentsError.DAMAGED_XML, ENTRY);
        }
        return new OfdPackage(parts, bodies);
    }

    XmlNode xml(String path) {
        return xml(parts, path);
    }

    byte[] content(String path) {
        return content(parts, path);
    }

    /** Identifiers of the pages in their order. */
    List<String> pageIds(Body body) {
        List<String> ids = new ArrayList<>();
        xml(body.root())
                .first("Pages")
                .ifPresent(pages -> pages.all("Page").forEach(page -> ids.add(page.attribute("ID"))));
        return ids;
    }

    /** A location (ST_Loc) as a path: absolute from the root of the package, else from the folder of {@code from}. */
    static String resolve(String from, String location) {
        Deque<String> steps = new ArrayDeque<>();
        if (!location.startsWith("/")) {
            for (String step : from.split("/", -1)) {
                steps.addLast(step);
            }
            steps.pollLast();
        }
        for (String step : location.split("/", -1)) {
            if (step.equals("..")) {
                if (steps.pollLast() == null) {
                    throw new Fault(DocumentsError.UNSAFE_PATH, location);
                }
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return String.join("/", steps);
    }

    private static XmlNode xml(Map<String, Part> parts, String path) {
        return XmlNode.parse(path, content(parts, path));
    }

    private static byte[] content(Map<String, Part> parts, String path) {
        Part part = parts.get(path);
        if (part == null) {
            throw new Fault(DocumentsError.MISSING_PART, path);
        }
        return part.content();
    }

    /**
     * One document of the package.
     *
     * @param root path of its Document.xml
     * @param signatures path of its Signatures.xml, empty if it is not sealed
     */
    record Body(XmlNode info, String root, String signatures) {}
}
