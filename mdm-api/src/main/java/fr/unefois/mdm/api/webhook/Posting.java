package fr.unefois.mdm.api.webhook;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Sends one signed post. It speaks HTTP itself, because the address that was checked is the one to connect to, which no
 * client of the JDK's lets one say; it follows no redirect, and reads nothing of the answer but its status.
 */
@Component
public final class Posting {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})(?: .*)?");
    private static final int LONGEST_LINE = 1000;

    private final Targets targets;
    private final Clock clock;
    private final Duration timeout;
    private final SSLSocketFactory trusting;

    @Autowired
    Posting(Targets targets, Clock clock, @Value("${mdm.webhooks.timeout:10s}") Duration timeout) {
        this(targets, clock, timeout, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    /** @param trusting makes sockets that trust whom the installation trusts */
    Posting(Targets targets, Clock clock, Duration timeout, SSLSocketFactory trusting) {
        this.targets = targets;
        this.clock = clock;
        this.timeout = timeout;
        this.trusting = trusting;
    }

    /** What is sent: a CloudEvent in its structured mode. */
    public static final class Message {
        private final String id;
        private final byte[] secret;
        private final byte[] body;

        public Message(String id, byte[] secret, byte[] body) {
            this.id = id;
            this.secret = secret.clone();
            this.body = body.clone();
        }
    }

    /** No post takes longer. */
    public Duration timeout() {
        return timeout;
    }

    /** Why the message was not taken, in words without a value; empty where it was. */
    public Optional<String> send(String url, Message message) {
        try {
            int status = status(targets.resolve(url), message);
            return status >= 200 && status < 300 ? Optional.empty() : Optional.of("answered " + status);
        } catch (Targets.Refused e) {
            return Optional.of(e.reason());
        } catch (SocketTimeoutException e) {
            return Optional.of("no answer in time");
        } catch (IOException e) {
            return Optional.of("no connection (" + e.getClass().getSimpleName() + ")");
        }
    }

    private int status(Targets.Target target, Message message) throws IOException {
        Instant deadline = clock.instant().plus(timeout);
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(target.address(), target.port()), remaining(deadline));
            plain.setSoTimeout(remaining(deadline));
            if (!"https".equalsIgnoreCase(target.uri().getScheme())) {
                return exchange(plain, target.uri(), message, deadline);
            }
            try (Socket secure = secure(plain, target)) {
                return exchange(secure, target.uri(), message, deadline);
            }
        }
    }

    /** The certificate is checked against the name, though the connection is to the address. */
    private Socket secure(Socket plain, Targets.Target target) throws IOException {
        SSLSocket secure = (SSLSocket) trusting.createSocket(plain, target.uri().getHost(), target.port(), true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return secure;
    }

    private int exchange(Socket socket, URI uri, Message message, Instant deadline) throws IOException {
        OutputStream out = new BufferedOutputStream(socket.getOutputStream());
        out.write(head(uri, message).getBytes(StandardCharsets.US_ASCII));
        out.write(message.body);
        out.flush();
        Matcher status = STATUS.matcher(line(socket, deadline));
        if (!status.matches()) {
            throw new IOException("no HTTP");
        }
        return Integer.parseInt(status.group(1));
    }

    private String head(URI uri, Message message) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        Instant now = clock.instant();
        return "POST " + path + query + " HTTP/1.1\r\nHost: " + uri.getRawAuthority()
                + "\r\nUser-Agent: Unefois\r\nConnection: close\r\nContent-Type: application/cloudevents+json"
                + "\r\nContent-Length: " + message.body.length
                + "\r\nwebhook-id: " + message.id
                + "\r\nwebhook-timestamp: " + now.getEpochSecond()
                + "\r\nwebhook-signature: " + Signature.of(message.secret, message.id, now, message.body)
                + "\r\n\r\n";
    }

    /** A line that comes byte by byte does not take longer than one that comes at once. */
    private String line(Socket socket, Instant deadline) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder line = new StringBuilder();
        while (line.length() < LONGEST_LINE) {
            socket.setSoTimeout(remaining(deadline));
            int next = in.read();
            if (next < 0 || next == '\n') {
                break;
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private int remaining(Instant deadline) throws SocketTimeoutException {
        long millis = Duration.between(clock.instant(), deadline).toMillis();
        if (millis <= 0) {
            throw new SocketTimeoutException();
        }
        return (int) Math.min(millis, Integer.MAX_VALUE);
    }
}
