package fr.unefois.mdm.batch.prove;

import fr.unefois.mdm.access.Limits;
import fr.unefois.mdm.access.Operation;
import fr.unefois.mdm.access.Policy;
import fr.unefois.mdm.access.Population;
import fr.unefois.mdm.access.Profile;
import fr.unefois.mdm.access.ServiceContract;
import fr.unefois.mdm.golden.GoldenRecord;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.Source;
import fr.unefois.mdm.store.Found;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Promise 7: asked by a contract that may read everything, with the threshold at the weakest link and just above it. */
final class DoubtIsWithheld implements Promise {
    private static final ServiceContract EVERYTHING = new ServiceContract(
            "everything",
            "1",
            "prove",
            "prove",
            List.of("prove"),
            "none: nobody reads the answer",
            ServiceContract.Subject.THIRD_PARTY,
            ServiceContract.Proof.TOKEN,
            false,
            Set.of(Operation.values()),
            Set.copyOf(Attribute.CANONICAL),
            Set.of(),
            Set.of(),
            Set.of(),
            0,
            Population.EVERYONE,
            new Limits(0, 0, 1),
            null,
            null);

    @Override
    public String words() {
        return "No value leaves on a doubtful link";
    }

    @Override
    public Finding tryOn(Ground ground) {
        int linked = 0;
        int shown = 0;
        int hidden = 0;
        for (var ref : ground.told()) {
            if (ground.citizens().find(ref) instanceof Found.Live live
                    && live.citizen().golden().linkWeight() < Integer.MAX_VALUE) {
                GoldenRecord golden = live.citizen().golden();
                linked++;
                shown += leaves(golden, golden.linkWeight() + 1) ? 1 : 0;
                hidden += leaves(golden, golden.linkWeight()) ? 0 : 1;
            }
        }
        return new Finding(
                "%,d linked citizens, read with the threshold just above their weakest link, and at it"
                        .formatted(linked),
                shown + hidden == 0
                        ? "above it nothing left, at it all was shown"
                        : shown + " were shown on a doubtful link, " + hidden + " were withheld without a doubt",
                shown + hidden == 0 && linked > 0);
    }

    private static boolean leaves(GoldenRecord golden, int threshold) {
        Map<String, Source> sources = new HashMap<>();
        golden.crosswalk()
                .forEach(key -> sources.put(
                        key.source(),
                        new Source(key.source(), key.source(), "prove", "prove", Source.Use.CONTRIBUTE, 50, Map.of())));
        Policy policy = new Policy(
                () -> {
                    throw new IllegalStateException("a profile asks for no contract");
                },
                sources,
                () -> threshold,
                Clock.systemUTC());
        Profile profile = policy.profile(EVERYTHING, golden);
        return !profile.values().isEmpty()
                || !policy.crosswalk(EVERYTHING, golden).isEmpty();
    }
}
