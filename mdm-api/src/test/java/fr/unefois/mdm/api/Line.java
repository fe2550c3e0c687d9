package fr.unefois.mdm.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The line between a server and its database, which can be cut. */
final class Line implements AutoCloseable {
    private static final int BUFFER = 8192;

    /** What becomes of who speaks. */
    enum State {
        WHOLE,
        /** Connections are closed, new ones too. */
        CLOSED,
        /** Connections stay open, and what is said on them arrives nowhere. */
        SILENT
    }

    private final ServerSocket door;
    private final String host;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile State state = State.WHOLE;

    Line(String host, int port) throws IOException {
        this.host = host;
        this.port = port;
        door = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    void become(State next) {
        state = next;
        if (next != State.SILENT) { // whoever was not heard begins anew
            sockets.forEach(Line::quietly);
            sockets.clear();
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                if (state == State.CLOSED) {
                    client.close();
                    continue;
                }
                sockets.add(client);
                Socket server = new Socket(host, port);
                sockets.add(server);
                start(() -> carry(client, server));
                start(() -> carry(server, client));
            } catch (IOException e) {
                // closed, or nobody behind us: the client finds out
            }
        }
    }

    private void carry(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER];
        try (from;
                to) {
            for (int n = from.getInputStream().read(buffer);
                    n >= 0;
                    n = from.getInputStream().read(buffer)) {
                if (state == State.WHOLE) {
                    to.getOutputStream().write(buffer, 0, n);
                }
            }
        } catch (IOException e) {
            // cut
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "line");
        thread.setDaemon(true);
        thread.start();
    }

    private static void quietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        become(State.CLOSED);
    }
}
