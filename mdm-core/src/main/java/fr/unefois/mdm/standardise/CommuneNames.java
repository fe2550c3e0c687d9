package fr.unefois.mdm.standardise;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds places by name. Names are kept as 64-bit hashes of their folded letters, so that the index costs two megabytes
 * instead of ten; that two names of some 40,000 share a hash by chance is as likely as one in 20 billion.
 */
final class CommuneNames {
    private static final int SLOTS = 1 << 17;

    private final CommuneTable table;
    private final long[] hashes = new long[SLOTS];
    private final char[] places = new char[SLOTS];
    private final String[] labels;

    CommuneNames(CommuneTable table) {
        this.table = table;
        this.labels = new String[table.size()];
        for (int place = 0; place < table.size(); place++) {
            String words = Labels.canonical(Folding.words(table.name(place)));
            add(hash(words), place);
            String bare = Labels.withoutArticle(words);
            if (!bare.equals(words)) {
                add(hash(bare), place);
            }
        }
    }

    /** Places whose folded name is that of the folded words, with or without its article; the exact ones first. */
    List<Integer> find(String words) {
        String canonical = Labels.canonical(words);
        List<Integer> found = find(hash(canonical));
        if (found.isEmpty()) {
            String bare = Labels.withoutArticle(canonical);
            found = bare.equals(canonical) || bare.isEmpty() ? found : find(hash(bare));
        }
        return found;
    }

    /** The folded label of a place. */
    String label(int place) {
        String label = labels[place];
        if (label == null) {
            label = Labels.canonical(Folding.words(table.name(place)));
            labels[place] = label;
        }
        return label;
    }

    private List<Integer> find(long hash) {
        List<Integer> found = new ArrayList<>(2);
        for (int slot = slot(hash); hashes[slot] != 0; slot = (slot + 1) & (SLOTS - 1)) {
            if (hashes[slot] == hash) {
                found.add((int) places[slot]);
            }
        }
        return found;
    }

    private void add(long hash, int place) {
        int slot = slot(hash);
        while (hashes[slot] != 0) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        hashes[slot] = hash;
        places[slot] = (char) place;
    }

    private static int slot(long hash) {
        return (int) (hash >>> 40) & (SLOTS - 1);
    }

    /** FNV-1a over the letters and digits, never 0. */
    private static long hash(String words) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c != ' ') {
                hash = (hash ^ c) * 0x100000001b3L;
            }
        }
        hash ^= hash >>> 29;
        return hash == 0 ? 1 : hash;
    }
}
