package fr.unefois.mdm.batch.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One HTTP/1.1 connection that is kept open, as lean as can be: client and server share the machine's cores, and what the
 * client takes the server does not have.
 */
final class HttpConnection implements AutoCloseable {
    private static final int BUFFER = 16_384;
    private static final int MILLIS_OF_PATIENCE = 30_000;

    private final int port;
    private Socket socket;
    private InputStream in;

    HttpConnection(int port) throws IOException {
        this.port = port;
        socket = connected();
        in = new BufferedInputStream(socket.getInputStream(), BUFFER);
    }

    record Answer(int status, String body) {}

    /** A request in the bytes that go over the line. */
    static byte[] request(String method, String path, String token, String type, byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(
                (method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n"
                                + (body.length == 0
                                        ? ""
                                        : "Content-Type: " + type + "\r\nContent-Length: " + body.length + "\r\n")
                                + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    Answer exchange(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        int status = Integer.parseInt(line().substring(9, 12));
        int length = 0;
        boolean chunked = false;
        boolean last = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).trim());
            }
            chunked |= lower.startsWith("transfer-encoding:") && lower.endsWith("chunked");
            last |= lower.startsWith("connection:") && lower.endsWith("close");
        }
        Answer answer = new Answer(status, new String(chunked ? chunks() : exactly(length), StandardCharsets.UTF_8));
        if (last) {
            socket.close();
            socket = connected();
            in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        }
        return answer;
    }

    private Socket connected() throws IOException {
        Socket one = new Socket(InetAddress.getLoopbackAddress(), port);
        one.setTcpNoDelay(true);
        one.setSoTimeout(MILLIS_OF_PATIENCE);
        return one;
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.writeBytes(exactly(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the answer ended before its end");
        }
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int one = in.read(); one != '\n'; one = in.read()) {
            if (one < 0) {
                throw new EOFException("the answer ended before its end");
            }
            if (one != '\r') {
                line.append((char) one);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
