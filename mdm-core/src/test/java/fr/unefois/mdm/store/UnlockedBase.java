package fr.unefois.mdm.store;

import fr.unefois.mdm.arrive.Base;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.function.Function;

/** A base whose writers do not wait for each other's blocking keys: what the locks are there to prevent, happens. */
record UnlockedBase(Base base) implements Base {
    @Override
    public <T> T write(Function<Session, T> work) {
        return base.write(session -> work.apply(unlocked(session)));
    }

    @Override
    public <T> T rehearse(Function<Session, T> work) {
        return base.rehearse(session -> work.apply(unlocked(session)));
    }

    @Override
    public <T> T read(Function<Session, T> work) {
        return base.read(work);
    }

    private static Session unlocked(Session session) {
        return (Session) Proxy.newProxyInstance(
                Session.class.getClassLoader(), new Class<?>[] {Session.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("lock")) {
                        return null;
                    }
                    try {
                        return method.invoke(session, arguments);
                    } catch (InvocationTargetException e) {
                        throw Objects.requireNonNull(e.getCause());
                    }
                });
    }
}
