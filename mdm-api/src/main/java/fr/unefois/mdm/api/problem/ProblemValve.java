package fr.unefois.mdm.api.problem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;

/**
 * What Tomcat refuses before any application is asked, such as an address with a broken escape or a header that is too
 * long: a problem like every other, in place of its page in HTML. Tomcat makes it by its name.
 */
public final class ProblemValve extends ErrorReportValve {
    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        ProblemDetail detail = Problem.of(HttpStatusCode.valueOf(status)).detail();
        byte[] body = json(detail).getBytes(StandardCharsets.UTF_8);
        response.setStatus(detail.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        try {
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException gone) {
            // whoever asked has hung up
        }
    }

    /** Fixed sentences all of them, without a character that JSON would want escaped. */
    private static String json(ProblemDetail detail) {
        return "{\"detail\":\"" + detail.getDetail() + "\",\"status\":" + detail.getStatus() + ",\"title\":\""
                + detail.getTitle() + "\",\"type\":\"" + detail.getType() + "\"}";
    }
}
