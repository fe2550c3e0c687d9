package fr.unefois.mdm.compare;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The engine's comparisons of two texts against Commons Text's, on the same pairs of French names: a third of them one
 * slip apart, the others any two. A pair counts as one operation; one thread, so a figure is of one core.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Threads(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TextComparisons {
    private static final int PAIRS = 4_096;

    private final JaroWinklerSimilarity commonsJaroWinkler = new JaroWinklerSimilarity();
    private final LevenshteinDistance commonsLevenshtein = LevenshteinDistance.getDefaultInstance();
    private final LevenshteinDistance commonsAtMostOne = new LevenshteinDistance(1);
    private final String[] left = new String[PAIRS];
    private final String[] right = new String[PAIRS];

    @Setup
    public void names() {
        NamePairs pairs = new NamePairs(new Random(11));
        for (int i = 0; i < PAIRS; i++) {
            left[i] = pairs.name();
            right[i] = i % 3 == 0 ? pairs.slip(left[i]) : pairs.name();
        }
    }

    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public double jaroWinkler() {
        double sum = 0;
        for (int i = 0; i < PAIRS; i++) {
            sum += JaroWinkler.similarity(left[i], right[i]);
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public double jaroWinklerOfCommonsText() {
        double sum = 0;
        for (int i = 0; i < PAIRS; i++) {
            sum += commonsJaroWinkler.apply(left[i], right[i]);
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public int atMostOneEdit() {
        int sum = 0;
        for (int i = 0; i < PAIRS; i++) {
            sum += Edits.atMostOne(left[i], right[i]) ? 1 : 0;
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public int atMostOneEditOfCommonsText() {
        int sum = 0;
        for (int i = 0; i < PAIRS; i++) {
            sum += commonsAtMostOne.apply(left[i], right[i]) >= 0 ? 1 : 0;
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public int levenshteinOfCommonsText() {
        int sum = 0;
        for (int i = 0; i < PAIRS; i++) {
            sum += commonsLevenshtein.apply(left[i], right[i]);
        }
        return sum;
    }
}
