package fr.unefois.mdm.store;

import fr.unefois.mdm.arrive.Base;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A base in which something is broken, to show that a test of the promises would notice.
 *
 * @param method the one of its sessions that does nothing
 * @param answer what that one answers
 */
public record MeddledBase(
        Base base, String method, @Nullable Object answer) implements Base {
    /** Writers do not wait for each other's blocking keys. */
    public static MeddledBase unlocked(Base base) {
        return new MeddledBase(base, "lock", null);
    }

    /** Who arrives meets nobody. */
    public static MeddledBase lonely(Base base) {
        return new MeddledBase(base, "meeting", List.of());
    }

    @Override
    public <T> T write(Function<Session, T> work) {
        return base.write(session -> work.apply(meddled(session)));
    }

    @Override
    public <T> T rehearse(Function<Session, T> work) {
        return base.rehearse(session -> work.apply(meddled(session)));
    }

    @Override
    public <T> T read(Function<Session, T> work) {
        return base.read(work);
    }

    private Session meddled(Session session) {
        return (Session) Proxy.newProxyInstance(
                Session.class.getClassLoader(), new Class<?>[] {Session.class}, (proxy, called, arguments) -> {
                    if (called.getName().equals(method)) {
                        return answer;
                    }
                    try {
                        return called.invoke(session, arguments);
                    } catch (InvocationTargetException e) {
                        throw Objects.requireNonNull(e.getCause());
                    }
                });
    }
}
