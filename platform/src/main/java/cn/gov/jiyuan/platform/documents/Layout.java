package cn.gov.jiyuan.platform.documents;

import java.util.List;

/**
 * A document as it will be seen (版式), the one source of its OFD and its PDF.
 *
 * @param sealAt where the seal of the issuing unit belongs
 */
public record Layout(String title, List<Page> pages, StampPosition sealAt) {
    public Layout {
        pages = List.copyOf(pages);
    }
}
