package fr.unefois.mdm.api.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Where posts may go. {@code mdm.webhooks.hosts} are hosts on the Internet: https, and an address that is public.
 * {@code mdm.webhooks.inside} are origins in one's own network, such as {@code http://bus.ville.lan:8080}: as they are
 * written, whatever their address. Everything else is refused.
 */
@Component
public final class Targets {
    private static final int LONGEST = 500;

    private final Set<String> hosts;
    private final Set<String> inside;
    private final Names names;

    @Autowired
    Targets(Environment environment) {
        this(
                list(environment, "mdm.webhooks.hosts"),
                list(environment, "mdm.webhooks.inside"),
                InetAddress::getAllByName);
    }

    Targets(List<String> hosts, List<String> inside, Names names) {
        this.names = names;
        this.hosts = new HashSet<>();
        hosts.forEach(host -> this.hosts.add(host.strip().toLowerCase(Locale.ROOT)));
        this.inside = new HashSet<>();
        inside.forEach(origin -> this.inside.add(origin(parsed(origin.strip()))));
    }

    private static List<String> list(Environment environment, String name) {
        return Binder.get(environment).bind(name, Bindable.listOf(String.class)).orElse(List.of());
    }

    /** Where the addresses of a host are asked. */
    interface Names {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    /** An address that may be posted to, resolved: whoever posts connects to it and asks nobody again. */
    record Target(URI uri, InetAddress address, int port) {}

    /** @throws Refused in words for whoever subscribed, where a post to this address is not allowed */
    public void check(String url) {
        allowed(url);
    }

    /** @throws Refused where it is not allowed, or leads to an address that is not */
    Target resolve(String url) {
        URI uri = allowed(url);
        try {
            InetAddress[] addresses = names.addresses(host(uri));
            for (InetAddress address : addresses) {
                if (!inside.contains(origin(uri)) && !Addresses.isPublic(address)) {
                    throw new Refused("the host has an address that is not on the public Internet");
                }
            }
            return new Target(uri, addresses[0], port(uri));
        } catch (UnknownHostException e) {
            throw new Refused("the host has no address");
        }
    }

    private URI allowed(String url) {
        if (url.length() > LONGEST) {
            throw new Refused("the address is longer than " + LONGEST + " characters");
        }
        URI uri = parsed(url);
        if (inside.contains(origin(uri))) {
            return uri;
        }
        if (!"https".equals(scheme(uri))) {
            throw new Refused("the address is not https");
        }
        if (!hosts.contains(host(uri))) {
            throw new Refused("the host is none of those that mdm.webhooks.hosts allows");
        }
        return uri;
    }

    private static URI parsed(String url) {
        try {
            URI uri = new URI(url);
            String scheme = scheme(uri);
            if (uri.getHost() == null
                    || uri.getRawUserInfo() != null
                    || uri.getRawFragment() != null
                    || !("https".equals(scheme) || "http".equals(scheme))
                    || url.chars().anyMatch(c -> c > 0x7e)) {
                throw new Refused("the address is none of the form https://host/path");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new Refused("the address is none of the form https://host/path");
        }
    }

    private static @Nullable String scheme(URI uri) {
        return uri.getScheme() == null ? null : uri.getScheme().toLowerCase(Locale.ROOT);
    }

    private static String host(URI uri) {
        return uri.getHost().toLowerCase(Locale.ROOT);
    }

    static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : "https".equals(scheme(uri)) ? 443 : 80;
    }

    private static String origin(URI uri) {
        return scheme(uri) + "://" + host(uri) + ":" + port(uri);
    }

    /** A post that is not allowed; its message may be told and kept. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(String reason) {
            super(reason);
        }

        /** Why, as half a sentence. */
        public String reason() {
            return String.valueOf(getMessage());
        }
    }
}
