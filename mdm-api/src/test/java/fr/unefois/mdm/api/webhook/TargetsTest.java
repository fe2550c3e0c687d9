package fr.unefois.mdm.api.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetsTest {
    private final Targets targets = new Targets(
            List.of("hooks.ville.example", "localhost", "127.0.0.1", "[::1]", "2130706433"),
            List.of("http://127.0.0.1:9000", "https://bus.ville.lan"),
            InetAddress::getAllByName);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.ville.example/unefois",
                "HTTPS://Hooks.Ville.Example:8443",
                "http://127.0.0.1:9000/x?y=z",
                "https://bus.ville.lan/x"
            })
    void whatIsListedMayBeSubscribed(String url) {
        targets.check(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.ville.example/",
                "https://hooks.ville.example.evil.example/",
                "https://other.example/",
                "https://hooks.ville.example@evil.example/",
                "https://evil.example#hooks.ville.example",
                "https://evil.example\\@hooks.ville.example/",
                "http://127.0.0.1:9001/",
                "http://bus.ville.lan/",
                "https://bus.ville.lan:444/",
                "file:///etc/passwd",
                "gopher://hooks.ville.example/",
                "https:///x",
                "https://hooks.ville.example/\r\nHost: evil.example",
                "https://höoks.ville.example/",
                "mailto:a@b.example",
                "x",
                ""
            })
    void everythingElseIsRefused(String url) {
        assertThatThrownBy(() -> targets.check(url)).isInstanceOf(Targets.Refused.class);
    }

    @Test
    void anAddressThatIsTooLongIsRefused() {
        assertThatThrownBy(() -> targets.check("https://hooks.ville.example/" + "x".repeat(500)))
                .isInstanceOf(Targets.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://localhost/", "https://127.0.0.1/", "https://[::1]/"})
    void aListedNameThatLeadsHomeIsRefusedWhenItIsResolved(String url) {
        targets.check(url);
        assertThatThrownBy(() -> targets.resolve(url)).isInstanceOf(Targets.Refused.class);
    }

    @Test
    void whatIsListedAsInsideMayLeadHome() {
        assertThat(targets.resolve("http://127.0.0.1:9000/x").address().isLoopbackAddress())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "0.1.2.3",
                "192.0.0.8",
                "198.18.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:0:4136:e378::",
                "2001:db8::1"
            })
    void theseAreNotOnThePublicInternet(String address) throws UnknownHostException {
        assertThat(Addresses.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"8.8.8.8", "100.63.0.1", "172.32.0.1", "198.20.0.1", "2001:4860:4860::8888", "2a00:1450::1"})
    void theseAre(String address) throws UnknownHostException {
        assertThat(Addresses.isPublic(InetAddress.getByName(address))).isTrue();
    }
}
