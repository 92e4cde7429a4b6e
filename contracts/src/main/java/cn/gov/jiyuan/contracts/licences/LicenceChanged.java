package cn.gov.jiyuan.contracts.licences;

import java.util.UUID;

/**
 * What the feed tells of a licence (证照变动); the key of the entry is its id, its content is asked for by {@link
 * Licences#find}.
 *
 * @param identifier identifier of GB/T 36904
 * @param holderId party id of the holder
 */
public record LicenceChanged(UUID id, String identifier, String typeCode, UUID holderId) {
    /** It was issued with its sealed files. */
    public static final String ISSUED = "licences.licence.issued";

    /** It was taken over from earlier times, without files. */
    public static final String RECORDED = "licences.licence.recorded";

    /** It holds no longer. */
    public static final String ENDED = "licences.licence.ended";
}
