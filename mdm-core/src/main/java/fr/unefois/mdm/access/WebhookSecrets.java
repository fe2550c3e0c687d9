package fr.unefois.mdm.access;

import java.util.UUID;

/**
 * The secrets that sign what a subscription is sent: made from the reference keys and its id, so that none is kept. What
 * was made under an older key is still made after the keys rotate.
 */
public final class WebhookSecrets {
    private static final int LENGTH = 32;

    private final ReferenceKeys keys;

    public WebhookSecrets(ReferenceKeys keys) {
        this.keys = keys;
    }

    /** The version under which a new subscription's secret is made. */
    public int newest() {
        return keys.newest();
    }

    /** @throws IllegalArgumentException where the keys hold no such version any more */
    public byte[] secret(int version, UUID subscription) {
        return keys.derived(version, "unefois webhook", subscription.toString(), LENGTH);
    }
}
