package fr.unefois.mdm.batch.prove;

import fr.unefois.mdm.arrive.Base;
import java.util.function.Function;

/** All that is read and written here is of one transaction, and shares its end. */
record OneTransaction(Session session) implements Base {
    @Override
    public <T> T write(Function<Session, T> work) {
        return work.apply(session);
    }

    @Override
    public <T> T rehearse(Function<Session, T> work) {
        throw new UnsupportedOperationException("what is rehearsed here would stay");
    }

    @Override
    public <T> T read(Function<Session, T> work) {
        return work.apply(session);
    }
}
