package fr.unefois.mdm.config;

/**
 * One thing wrong with the configuration, and what to do about it.
 *
 * @param line 1-based; 0 when the file as a whole is meant
 * @param message says what is wrong and what to write instead; holds no secret
 */
public record Fault(String file, int line, String message) {
    @Override
    public String toString() {
        return line > 0 ? file + ":" + line + ": " + message : file + ": " + message;
    }
}
