package fr.unefois.mdm.batch.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** As much of an OpenID Connect issuer as a server needs that checks its tokens (RS256, RFC 7515 and 7517). */
final class SigningIssuer implements AutoCloseable {
    private static final int KEY_BITS = 2048;
    private static final long SECONDS_VALID = 3600;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final HttpServer server;
    private final KeyPair keys;

    SigningIssuer() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            keys = generator.generateKeyPair();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException | GeneralSecurityException e) {
            throw new Unmeasured("the issuer of tokens cannot be started", e);
        }
        server.createContext(
                "/.well-known/openid-configuration",
                exchange -> answer(exchange, Map.of("issuer", url(), "jwks_uri", url() + "/jwks")));
        server.createContext("/jwks", exchange -> answer(exchange, Map.of("keys", List.of(publicKey()))));
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** An access token of a client for this service. */
    String token(String client) {
        long now = Instant.now().getEpochSecond();
        String signed = part(Map.of("alg", "RS256", "kid", "one", "typ", "JWT")) + "."
                + part(Map.of(
                        "iss",
                        url(),
                        "sub",
                        client,
                        "azp",
                        client,
                        "aud",
                        "unefois",
                        "iat",
                        now,
                        "exp",
                        now + SECONDS_VALID));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(signed.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            return signed + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new Unmeasured("a token cannot be signed", e);
        }
    }

    private Map<String, String> publicKey() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return Map.of(
                "kty",
                "RSA",
                "use",
                "sig",
                "alg",
                "RS256",
                "kid",
                "one",
                "n",
                number(key.getModulus()),
                "e",
                number(key.getPublicExponent()));
    }

    /** Without the sign's own byte. */
    private static String number(BigInteger number) {
        byte[] bytes = Objects.requireNonNull(number.toByteArray());
        int from = bytes[0] == 0 ? 1 : 0;
        return BASE64.encodeToString(java.util.Arrays.copyOfRange(bytes, from, bytes.length));
    }

    private static String part(Map<String, Object> claims) {
        return BASE64.encodeToString(JsonMapper.shared().writeValueAsBytes(claims));
    }

    private static void answer(HttpExchange exchange, Object body) throws IOException {
        byte[] bytes = JsonMapper.shared().writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
