package fr.unefois.mdm.api.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Posts over TLS and to addresses that were checked; of names that no name server knows. */
class PostingTest {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final byte[] SECRET = new byte[32];
    private static final byte[] BODY = "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    @TempDir
    static Path folder = Path.of("");

    private static @Nullable SSLContext authority;

    private final List<String> came = new CopyOnWriteArrayList<>();
    private final List<HttpServer> servers = new ArrayList<>();

    /** A certificate of a host that the test calls hooks.test, which nobody but the test trusts. */
    @BeforeAll
    static void certify() throws IOException, InterruptedException, GeneralSecurityException {
        Path store = folder.resolve("store.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "hooks",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=hooks.test",
                        "-ext",
                        "SAN=dns:hooks.test",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(store)) {
            keys.load(stream, PASSWORD);
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, PASSWORD);
        trusted.setCertificateEntry("hooks", keys.getCertificate("hooks"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        authority = SSLContext.getInstance("TLS");
        authority.init(own.getKeyManagers(), trust.getTrustManagers(), null);
    }

    @AfterEach
    void stop() {
        servers.forEach(server -> server.stop(0));
    }

    private static SSLContext authority() {
        return Objects.requireNonNull(authority);
    }

    private int serving(boolean secure) throws IOException {
        InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        HttpServer server = secure ? HttpsServer.create(here, 5) : HttpServer.create(here, 5);
        if (server instanceof HttpsServer tls) {
            tls.setHttpsConfigurator(new HttpsConfigurator(authority()));
        }
        server.createContext("/", exchange -> {
            came.add(exchange.getRequestHeaders().getFirst("Host") + exchange.getRequestURI());
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        servers.add(server);
        return server.getAddress().getPort();
    }

    /** Answers what is given, one after the other, to whoever asks; nobody may ask more often. */
    private static Targets.Names names(String... addresses) {
        Iterator<String> answers = List.of(addresses).iterator();
        return host -> {
            if (!answers.hasNext()) {
                throw new UnknownHostException("was asked for once too often");
            }
            return InetAddress.getAllByName(answers.next());
        };
    }

    private static Posting posting(List<String> hosts, List<String> inside, Targets.Names names, boolean trusting) {
        return new Posting(
                new Targets(hosts, inside, names),
                Clock.systemUTC(),
                Duration.ofSeconds(5),
                trusting ? authority().getSocketFactory() : (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    private static Optional<String> post(Posting posting, String url) {
        return posting.send(url, new Posting.Message("1", SECRET, BODY));
    }

    @Test
    void postsOverTlsToAHostWhoseCertificateNamesIt() throws IOException {
        String origin = "https://hooks.test:" + serving(true);

        assertThat(post(posting(List.of(), List.of(origin), names("127.0.0.1"), true), origin + "/x?y=z"))
                .isEmpty();
        assertThat(came).containsExactly(origin.substring("https://".length()) + "/x?y=z");
    }

    @Test
    void saysNothingToAHostOfAnotherNameThanItsCertificates() throws IOException {
        String origin = "https://other.test:" + serving(true);

        assertThat(post(posting(List.of(), List.of(origin), names("127.0.0.1"), true), origin))
                .hasValueSatisfying(reason -> assertThat(reason).contains("SSLHandshakeException"));
        assertThat(came).isEmpty();
    }

    @Test
    void saysNothingToAHostThatNobodyVouchesFor() throws IOException {
        String origin = "https://hooks.test:" + serving(true);

        assertThat(post(posting(List.of(), List.of(origin), names("127.0.0.1"), false), origin))
                .isPresent();
        assertThat(came).isEmpty();
    }

    /** A name may lead elsewhere a moment later: it is asked for once, and the answer that was checked is gone to. */
    @Test
    void connectsToTheAddressThatWasCheckedAndAsksNobodyAgain() throws IOException {
        String origin = "http://bus.ville.test:" + serving(false);

        assertThat(post(posting(List.of(), List.of(origin), names("127.0.0.1"), false), origin))
                .isEmpty();
        assertThat(came).hasSize(1);
    }

    @Test
    void goesNowhereWhereAPublicNameLeadsIntoTheNetworkBehindIt() throws IOException {
        String url = "https://hooks.test:" + serving(true) + "/";
        Targets.Names rebinding = names("93.184.216.34", "127.0.0.1");
        new Targets(List.of("hooks.test"), List.of(), rebinding).resolve(url);

        assertThat(post(posting(List.of("hooks.test"), List.of(), rebinding, true), url))
                .hasValueSatisfying(reason -> assertThat(reason).contains("not on the public Internet"));
        assertThat(came).isEmpty();
    }
}
