package cn.gov.jiyuan.platform.documents;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Turns one layout into the parts of an OFD package (GB/T 33190-2016). */
final class OfdWriter {
    static final String NAMESPACE = "xmlns:ofd=\"http://www.ofdspec.org/2016\"";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String FOLDER = "Doc_0/";

    private final Fonts fonts;
    private final Layout layout;
    private final Metadata metadata;
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final Map<FontFace, Integer> fontIds = new LinkedHashMap<>();
    private final Map<FontFace, Set<Integer>> characters = new LinkedHashMap<>();
    private final List<byte[]> pictures = new ArrayList<>();
    private final List<Integer> pictureIds = new ArrayList<>();
    private int lastId;

    OfdWriter(Fonts fonts, Layout layout, Metadata metadata) {
        this.fonts = fonts;
        this.layout = layout;
        this.metadata = metadata;
    }

    Map<String, Part> write() {
        List<Integer> pageIds = new ArrayList<>();
        List<byte[]> contents = new ArrayList<>();
        for (Page page : layout.pages()) {
            pageIds.add(++lastId);
            contents.add(content(page));
        }
        add("OFD.xml", entry());
        add(FOLDER + "PublicRes.xml", publicResources());
        add(FOLDER + "DocumentRes.xml", documentResources());
        add(FOLDER + "Document.xml", document(pageIds));
        for (int i = 0; i < contents.size(); i++) {
            add(FOLDER + "Pages/Page_" + i + "/Content.xml", contents.get(i));
        }
        byte[] fields = fields();
        add(FOLDER + "Attachments.xml", attachments(fields.length));
        add(FOLDER + "Res/metadata.xml", fields);
        fontIds.forEach((font, id) ->
                add(FOLDER + "Res/font_" + id + ".ttf", font.subset(characters.getOrDefault(font, Set.of()))));
        for (int i = 0; i < pictures.size(); i++) {
            add(FOLDER + "Res/image_" + pictureIds.get(i) + ".png", pictures.get(i));
        }
        return parts;
    }

    private void add(String path, byte[] content) {
        parts.put(path, Part.of(content));
    }

    private byte[] entry() {
        Xml xml = new Xml(2048)
                .raw("<ofd:OFD " + NAMESPACE + " Version=\"1.1\" DocType=\"OFD\"><ofd:DocBody><ofd:DocInfo>");
        xml.element("ofd:DocID", metadata.id().toString().replace("-", ""));
        xml.element("ofd:Title", layout.title());
        xml.element("ofd:Author", metadata.creator());
        xml.element(
                "ofd:CreationDate",
                DateTimeFormatter.ISO_LOCAL_DATE.format(metadata.createdAt().atZone(ZONE)));
        xml.element("ofd:Creator", "济源数字政府平台").element("ofd:CreatorVersion", "1");
        xml.raw("<ofd:CustomDatas>");
        metadata.fields()
                .forEach((name, value) -> xml.raw("<ofd:CustomData Name=\"")
                        .text(name)
                        .raw("\">")
                        .text(value)
                        .raw("</ofd:CustomData>"));
        xml.raw("</ofd:CustomDatas></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>");
        return xml.raw("</ofd:DocBody></ofd:OFD>").bytes();
    }

    private byte[] document(List<Integer> pageIds) {
        Page first = layout.pages().getFirst();
        Xml xml = new Xml(1024).raw("<ofd:Document " + NAMESPACE + "><ofd:CommonData><ofd:MaxUnitID>");
        xml.number(lastId).raw("</ofd:MaxUnitID><ofd:PageArea>");
        physicalBox(xml, first).raw("</ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes>");
        xml.raw("<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes></ofd:CommonData><ofd:Pages>");
        for (int i = 0; i < pageIds.size(); i++) {
            xml.raw("<ofd:Page ID=\"").number(pageIds.get(i)).raw("\" BaseLoc=\"Pages/Page_");
            xml.number(i).raw("/Content.xml\"/>");
        }
        return xml.raw("</ofd:Pages><ofd:Attachments>Attachments.xml</ofd:Attachments></ofd:Document>")
                .bytes();
    }

    private static Xml physicalBox(Xml xml, Page page) {
        xml.raw("<ofd:PhysicalBox>0 0 ").number(page.width()).raw(" ").number(page.height());
        return xml.raw("</ofd:PhysicalBox>");
    }

    private byte[] publicResources() {
        Xml xml = new Xml(1024).raw("<ofd:Res " + NAMESPACE + " BaseLoc=\"Res\"><ofd:Fonts>");
        fontIds.forEach((font, id) -> {
            xml.raw("<ofd:Font ID=\"")
                    .number(id)
                    .raw("\" FontName=\"")
                    .text(font.name())
                    .raw("\" FamilyName=\"");
            xml.text(font.name()).raw("\"><ofd:FontFile>font_").number(id).raw(".ttf</ofd:FontFile></ofd:Font>");
        });
        return xml.raw("</ofd:Fonts></ofd:Res>").bytes();
    }

    private byte[] documentResources() {
        Xml xml = new Xml(512).raw("<ofd:Res " + NAMESPACE + " BaseLoc=\"Res\">");
        if (!pictures.isEmpty()) {
            xml.raw("<ofd:MultiMedias>");
            for (int id : pictureIds) {
                xml.raw("<ofd:MultiMedia ID=\"").number(id).raw("\" Type=\"Image\" Format=\"PNG\">");
                xml.raw("<ofd:MediaFile>image_").number(id).raw(".png</ofd:MediaFile></ofd:MultiMedia>");
            }
            xml.raw("</ofd:MultiMedias>");
        }
        return xml.raw("</ofd:Res>").bytes();
    }

    private byte[] attachments(int length) {
        Xml xml = new Xml(512)
                .raw("<ofd:Attachments " + NAMESPACE + "><ofd:Attachment ID=\"metadata\" Name=\"metadata\"");
        xml.raw(" Format=\"XML\" CreationDate=\"");
        xml.raw(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss")
                .format(metadata.createdAt().atZone(ZONE)));
        xml.raw("\" Size=\"").number(length / 1024.0).raw("\" Visible=\"false\">");
        return xml.raw("<ofd:FileLoc>Res/metadata.xml</ofd:FileLoc></ofd:Attachment></ofd:Attachments>")
                .bytes();
    }

    private byte[] fields() {
        return fields(metadata);
    }

    /** The metadata as the XML attachment that both forms carry. */
    static byte[] fields(Metadata metadata) {
        Xml xml = new Xml(1024)
                .raw("<metadata id=\"")
                .raw(metadata.id().toString())
                .raw("\" createdAt=\"");
        xml.raw(metadata.createdAt().toString()).raw("\">");
        metadata.fields()
                .forEach((name, value) -> xml.raw("<field name=\"")
                        .text(name)
                        .raw("\">")
                        .text(value)
                        .raw("</field>"));
        return xml.raw("</metadata>").bytes();
    }

    private byte[] content(Page page) {
        Xml xml = new Xml(16 * 1024).raw("<ofd:Page " + NAMESPACE + "><ofd:Area>");
        physicalBox(xml, page).raw("</ofd:Area><ofd:Content><ofd:Layer ID=\"");
        xml.number(++lastId).raw("\" Type=\"Body\">");
        for (Mark mark : page.marks()) {
            switch (mark) {
                case Mark.Text text -> text(xml, text);
                case Mark.Path path -> path(xml, path, page);
                case Mark.Picture picture -> picture(xml, picture);
            }
        }
        return xml.raw("</ofd:Layer></ofd:Content></ofd:Page>").bytes();
    }

    private void text(Xml xml, Mark.Text line) {
        for (Run run : Run.of(line, fonts)) {
            Set<Integer> used = characters.computeIfAbsent(run.font(), font -> new TreeSet<>());
            run.text().codePoints().forEach(used::add);
            int font = fontIds.computeIfAbsent(run.font(), key -> ++lastId);
            double width =
                    run.advances().stream().mapToDouble(Double::doubleValue).sum() + line.size();
            xml.raw("<ofd:TextObject ID=\"")
                    .number(++lastId)
                    .raw("\" Boundary=\"")
                    .number(run.x())
                    .raw(" ");
            xml.number(line.baseline() - line.size())
                    .raw(" ")
                    .number(width)
                    .raw(" ")
                    .number(line.size() * 1.4);
            xml.raw("\" Font=\"")
                    .number(font)
                    .raw("\" Size=\"")
                    .number(line.size())
                    .raw("\"");
            if (line.bold()) {
                xml.raw(" Stroke=\"true\" LineWidth=\"")
                        .number(boldening(line.size()))
                        .raw("\" Weight=\"700\"");
            }
            xml.raw(">");
            colour(xml, "FillColor", line.colour());
            if (line.bold()) {
                colour(xml, "StrokeColor", line.colour());
            }
            xml.raw("<ofd:TextCode X=\"0\" Y=\"").number(line.size()).raw("\"");
            deltas(xml, run.advances());
            xml.raw(">").text(run.text()).raw("</ofd:TextCode></ofd:TextObject>");
        }
    }

    /** Width of the outline that makes a face bold. */
    static double boldening(double size) {
        return size * 0.032;
    }

    /** Distances between characters; equal ones as {@code g count distance}. The last has none. */
    private static void deltas(Xml xml, List<Double> advances) {
        int last = advances.size() - 1;
        if (last < 1) {
            return;
        }
        xml.raw(" DeltaX=\"");
        int i = 0;
        while (i < last) {
            int same = i + 1;
            while (same < last && Math.abs(advances.get(same) - advances.get(i)) < 0.0005) {
                same++;
            }
            xml.raw(i == 0 ? "" : " ");
            if (same - i > 2) {
                xml.raw("g ").number(same - i).raw(" ").number(advances.get(i));
                i = same;
            } else {
                xml.number(advances.get(i++));
            }
        }
        xml.raw("\"");
    }

    private void path(Xml xml, Mark.Path path, Page page) {
        xml.raw("<ofd:PathObject ID=\"")
                .number(++lastId)
                .raw("\" Boundary=\"0 0 ")
                .number(page.width())
                .raw(" ");
        xml.number(page.height())
                .raw("\" Stroke=\"")
                .raw(String.valueOf(path.stroke() != null))
                .raw("\" Fill=\"");
        xml.raw(String.valueOf(path.fill() != null))
                .raw("\" LineWidth=\"")
                .number(path.width())
                .raw("\">");
        colour(xml, "StrokeColor", path.stroke());
        colour(xml, "FillColor", path.fill());
        xml.raw("<ofd:AbbreviatedData>");
        for (Mark.Step step : path.steps()) {
            xml.raw(String.valueOf(step.kind())).raw(" ");
            for (double point : step.points()) {
                xml.number(point).raw(" ");
            }
        }
        xml.raw("</ofd:AbbreviatedData></ofd:PathObject>");
    }

    private void picture(Xml xml, Mark.Picture picture) {
        int resource = ++lastId;
        pictures.add(picture.png());
        pictureIds.add(resource);
        xml.raw("<ofd:ImageObject ID=\"")
                .number(++lastId)
                .raw("\" ResourceID=\"")
                .number(resource)
                .raw("\" CTM=\"");
        xml.number(picture.width()).raw(" 0 0 ").number(picture.height()).raw(" 0 0\" Boundary=\"");
        xml.number(picture.x())
                .raw(" ")
                .number(picture.y())
                .raw(" ")
                .number(picture.width())
                .raw(" ");
        xml.number(picture.height()).raw("\"/>");
    }

    private static void colour(Xml xml, String element, @Nullable Colour colour) {
        if (colour != null) {
            xml.raw("<ofd:")
                    .raw(element)
                    .raw(" Value=\"")
                    .number(colour.red())
                    .raw(" ")
                    .number(colour.green());
            xml.raw(" ").number(colour.blue()).raw("\"/>");
        }
    }
}
