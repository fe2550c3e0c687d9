package fr.unefois.mdm.arrive;

import fr.unefois.mdm.record.Judgement;
import java.util.List;

/** What became of a steward's decision. */
public sealed interface Judged {
    /**
     * It is kept, and everything is linked as it says.
     *
     * @param judgements those that now stand, or were taken back
     */
    record Kept(List<Judgement> judgements, Arrival arrival) implements Judged {
        public Kept {
            judgements = List.copyOf(judgements);
        }
    }

    /**
     * Refused: judgements in force say the contrary. Whoever wants it nevertheless takes one of them back first.
     *
     * @param because in the order of the argument
     */
    record Contradicted(List<Judgement> because) implements Judged {
        public Contradicted {
            because = List.copyOf(because);
        }
    }

    /** Refused: it changed since it was shown; look again. */
    record Changed() implements Judged {}

    /** Refused: that is one citizen already, or the records are not of the citizen, or all of them are. */
    record Pointless() implements Judged {}
}
