package cn.gov.jiyuan.platform.documents;

/** Layouts as OFD files (版式文件, GB/T 33190). */
public final class OfdDocuments {
    private final Fonts fonts;

    public OfdDocuments(Fonts fonts) {
        this.fonts = fonts;
    }

    /** An OFD file without seals; see {@link Seals#stamp}. */
    public byte[] render(Layout layout, Metadata metadata) {
        return ZipWriter.write(new OfdWriter(fonts, layout, metadata).write());
    }
}
