package fr.unefois.mdm.standardise;

/**
 * One given name, folded to A–Z; a compound is one and keeps its hyphen: {@code JEAN-PIERRE}.
 *
 * @param variant the head of its group of diminutives and transliterations ({@code MOHAMED} for MUHAMMAD,
 *     {@code ALEXANDRE} for ALEX), or {@code folded} itself
 * @param initial whether the source gave an initial only
 */
public record GivenName(String folded, String variant, String phonetic, boolean initial) {
    @Override
    public String toString() {
        return "GivenName[withheld]";
    }
}
