package fr.unefois.mdm.api.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Looks whether a port can be had before anything is started. */
public final class Ports {
    private Ports() {}

    /**
     * The port itself, or a free one for 0.
     *
     * @throws IllegalStateException where somebody else has it, saying which option to change
     */
    public static int claim(String address, int port, String option) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "port " + port + " is in use or not allowed: choose another with " + option, e);
        }
    }
}
