package fr.unefois.mdm.compare;

/** Whether two texts are one slip of the keyboard apart. */
final class Edits {
    private Edits() {}

    /** One letter more, one less, one other, or two neighbours swapped; equal texts count too. */
    static boolean atMostOne(String a, String b) {
        String shorter = a.length() <= b.length() ? a : b;
        String longer = a.length() <= b.length() ? b : a;
        if (longer.length() - shorter.length() > 1) {
            return false;
        }
        int start = 0;
        while (start < shorter.length() && shorter.charAt(start) == longer.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter.length() - start
                && shorter.charAt(shorter.length() - 1 - end) == longer.charAt(longer.length() - 1 - end)) {
            end++;
        }
        int left = shorter.length() - start - end;
        int right = longer.length() - start - end;
        boolean swapped = left == 2
                && right == 2
                && shorter.charAt(start) == longer.charAt(start + 1)
                && shorter.charAt(start + 1) == longer.charAt(start);
        return right <= 1 || swapped;
    }
}
