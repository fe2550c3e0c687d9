package fr.unefois.mdm.cluster;

import fr.unefois.mdm.compare.EvidenceCode;
import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.compare.Weighing;
import fr.unefois.mdm.decide.Certified;
import fr.unefois.mdm.standardise.Columns;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.List;

/** The evidence between every two records of a small component, comparison by comparison. */
final class EvidenceTable {
    private final LinkageModel model;
    private final int size;
    private final int fields;
    /** By field; then row after row, a row a record. */
    private final int[][] same;

    private final int[][] household;
    private final boolean[] told;
    /** By row and column the field that certified sources contradict each other in; empty where none is certified. */
    private final int[] contradicted;

    static EvidenceTable of(LinkageModel model, List<StandardRecord> records) {
        return of(model, records, Certified.none());
    }

    static EvidenceTable of(LinkageModel model, List<StandardRecord> records, Certified certified) {
        Columns columns = Columns.of(records);
        return new EvidenceTable(model.over(columns), columns.positions().toArray(), certified);
    }

    /** @param records positions in the weighing's columns */
    EvidenceTable(Weighing weighing, int[] records, Certified certified) {
        model = weighing.model();
        size = records.length;
        fields = model.comparisons().size();
        same = new int[fields][size * size];
        household = new int[fields][size * size];
        told = new boolean[fields * size];
        for (int i = 0; i < size; i++) {
            for (int field = 0; field < fields; field++) {
                told[field * size + i] = weighing.tells(field, records[i]);
            }
        }
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                for (int field = 0; field < fields; field++) {
                    long evidence = weighing.compare(field, records[i], records[j]);
                    same[field][i * size + j] = same[field][j * size + i] = EvidenceCode.weight(evidence);
                    household[field][i * size + j] = household[field][j * size + i] = EvidenceCode.household(evidence);
                }
            }
        }
        contradicted = certified.isEmpty() ? new int[0] : contradicted(new Contradicted(certified, weighing), records);
    }

    private static int[] contradicted(Contradicted contradicting, int[] records) {
        int size = records.length;
        int[] fields = new int[size * size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                int field = i == j ? Contradicted.NOWHERE : contradicting.field(records[i], records[j]);
                fields[i * size + j] = fields[j * size + i] = field;
            }
        }
        return fields;
    }

    /** Whether certified sources contradict each other over two records of the clusters. */
    boolean contradicted(int[] a, int[] b) {
        return contradiction(a, b) != Contradicted.NOWHERE;
    }

    boolean contradicted(int i, int j) {
        return contradicted.length > 0 && contradicted[i * size + j] != Contradicted.NOWHERE;
    }

    /** In which field they do, or {@link Contradicted#NOWHERE}. */
    int contradiction(int[] a, int[] b) {
        if (contradicted.length > 0) {
            for (int i : a) {
                for (int j : b) {
                    if (contradicted[i * size + j] != Contradicted.NOWHERE) {
                        return contradicted[i * size + j];
                    }
                }
            }
        }
        return Contradicted.NOWHERE;
    }

    LinkageModel model() {
        return model;
    }

    int size() {
        return size;
    }

    int fields() {
        return fields;
    }

    /** log2(m/u) in thousandths of a bit; 0 of a record with itself. */
    int same(int field, int i, int j) {
        return same[field][i * size + j];
    }

    /** Of one field all that {@link #same} says: of i and j at {@code i * size + j}. Not to be changed. */
    int[] same(int field) {
        return same[field];
    }

    /** log2(h/u) in thousandths of a bit. */
    int household(int field, int i, int j) {
        return household[field][i * size + j];
    }

    /** Whether the record says anything of what the comparison compares. */
    boolean told(int field, int i) {
        return told[field * size + i];
    }

    /** The match weight of two records. */
    int weight(int i, int j) {
        int sameSum = 0;
        int householdSum = 0;
        for (int field = 0; field < fields; field++) {
            sameSum += same(field, i, j);
            householdSum += household(field, i, j);
        }
        return model.gain(sameSum, householdSum);
    }
}
