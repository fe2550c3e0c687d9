package fr.unefois.mdm.record;

import java.util.Objects;

/**
 * How sure a value is, on the scale that Paris uses: 100 declared, 200 e-mail or SMS confirmed, 330 and 400 scanned
 * document, 360 and 500 seen at the desk, 600 trusted register.
 *
 * @param process how it was certified, such as {@code franceconnect}
 */
public record Certification(int level, String process) {
    public static final Certification DECLARED = new Certification(100, "declared");

    /** From this level on the service calls a value verified. */
    public static final int VERIFIED = 400;

    public Certification {
        Objects.requireNonNull(process);
        if (level < 0 || level > 600) {
            throw new IllegalArgumentException("a certification level is from 0 to 600");
        }
    }

    public boolean verified() {
        return level >= VERIFIED;
    }
}
