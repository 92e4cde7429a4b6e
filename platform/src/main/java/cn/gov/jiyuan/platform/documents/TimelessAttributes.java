package cn.gov.jiyuan.platform.documents;

import java.util.Map;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;

/**
 * Signed attributes without the signing time, which the library would take from the machine's clock. The time stands in the
 * stamp or in the PDF's own dictionary, under the same signature; PAdES (ETSI EN 319 142-1) allows no second one.
 */
final class TimelessAttributes implements CMSAttributeTableGenerator {
    private final DefaultSignedAttributeTableGenerator standard;

    TimelessAttributes() {
        standard = new DefaultSignedAttributeTableGenerator();
    }

    TimelessAttributes(AttributeTable more) {
        standard = new DefaultSignedAttributeTableGenerator(more);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public AttributeTable getAttributes(Map parameters) {
        return standard.getAttributes(parameters).remove(CMSAttributes.signingTime);
    }
}
