package fr.unefois.mdm.arrive;

import java.util.function.Function;

/** Writes under the model version in force; where another comes into force meanwhile, once more under that one. */
final class Writing {
    /** Versions do not change from one instant to the next: a third would be a fault of ours. */
    private static final int ATTEMPTS = 3;

    private final Base base;
    private final Walks walks;

    Writing(Base base, Walks walks) {
        this.base = base;
        this.walks = walks;
    }

    /** What there is to do in the transaction, made ready before it begins. */
    interface Ready<T> extends Function<Walk, Function<Base.Session, T>> {}

    <T> T write(Ready<T> work) {
        return again(work, base::write);
    }

    /** The same, and all that it wrote is undone. */
    <T> T rehearse(Ready<T> work) {
        return again(work, base::rehearse);
    }

    private <T> T again(Ready<T> work, Function<Function<Base.Session, T>, T> transaction) {
        Walks.Version version = walks.inForce();
        for (int attempt = 1; ; attempt++) {
            try {
                String name = version.name();
                Function<Base.Session, T> ready = work.apply(version.walk());
                return transaction.apply(session -> {
                    session.under(name);
                    return ready.apply(session);
                });
            } catch (ModelChanged e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                version = walks.reread();
            }
        }
    }
}
