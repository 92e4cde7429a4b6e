package cn.gov.jiyuan.platform.federation;

import cn.gov.jiyuan.kernel.error.ErrorCode;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.portal.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where peers bring their batches. Who comes is told by the signature, not by a session. */
@RestController
@RequestMapping("/api/federation/exchange")
class ExchangeController {
    private final Intake intake;
    private final PeerKey key;
    private final Texts texts;

    ExchangeController(Intake intake, PeerKey key, Texts texts) {
        this.intake = intake;
        this.key = key;
        this.texts = texts;
    }

    /** Takes one batch. The receipt bears our signature over the nonce of the request. */
    @PostMapping("/batches")
    @Permitted(Permitted.PUBLIC)
    ResponseEntity<byte[]> take(HttpServletRequest request) throws IOException {
        SignedMessage message = message(request);
        byte[] receipt = BatchText.write(intake.receive(message));
        byte[] signature = key.sign(SignedMessage.receiptSigned(message.nonce(), receipt));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .header(SignedMessage.SIGNATURE, Base64.getEncoder().encodeToString(signature))
                .body(receipt);
    }

    private SignedMessage message(HttpServletRequest request) throws IOException {
        int most = Math.toIntExact(intake.largest());
        byte[] body = request.getInputStream().readNBytes(most + 1);
        if (body.length > most) {
            throw new Fault(FederationError.TOO_LARGE, most);
        }
        return new SignedMessage(
                header(request, SignedMessage.FROM),
                header(request, SignedMessage.TO),
                header(request, SignedMessage.TIME),
                header(request, SignedMessage.NONCE),
                header(request, SignedMessage.SIGNATURE),
                header(request, SignedMessage.BATCH_SIGNATURE),
                body);
    }

    private static String header(HttpServletRequest request, String name) {
        String value = request.getHeader(name);
        return value == null || value.length() > 1_000 ? "" : value.strip();
    }

    @ExceptionHandler(Fault.class)
    ResponseEntity<ProblemDetail> refused(Fault fault) {
        ErrorCode code = fault.code();
        // What a taker could not do is our defect: the sender keeps the batch and tries again.
        int number = code instanceof FederationError own ? own.status() : 500;
        HttpStatusCode status = HttpStatusCode.valueOf(number);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, texts.of(code.code(), fault.arguments()));
        problem.setType(URI.create("urn:jiyuan:error:" + code.code()));
        problem.setProperty("code", code.code());
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
