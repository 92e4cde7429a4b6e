package cn.gov.jiyuan.support.identity;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/**
 * Whoever compares a face with the photograph of an id card (人脸核验服务). The platform never sees a face: it asks, sends
 * the person to the provider's page, and believes the provider's signature under the answer.
 */
interface FaceProvider {
    /** What it is called, for the record. */
    String name();

    /** Tells the provider whom to check. @return the page to which the person goes */
    URI begin(Request request);

    /** Whether the provider signed this. @param signature in hex */
    boolean signed(String answer, String signature);

    /**
     * @param nonce to be given back in the answer
     * @param back where the person is to be sent with the answer
     */
    record Request(UUID id, String nonce, String name, String idNumber, URI back, Instant at) {}

    /**
     * What the provider answers.
     *
     * @param at when it was decided
     */
    record Answer(UUID id, String nonce, Outcome outcome, Instant at) {}

    enum Outcome {
        PASSED,
        FAILED
    }
}
