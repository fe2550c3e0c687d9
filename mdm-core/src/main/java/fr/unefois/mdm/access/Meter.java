package fr.unefois.mdm.access;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts what each contract's client asks, against enumeration: calls a minute, different citizens a day and an hour,
 * questions about nobody. Every process counts its own calls at once and those of the others within a minute.
 */
public final class Meter {
    /** Which citizens a client was shown since an instant, by the account of accesses. */
    @FunctionalInterface
    public interface Account {
        Set<UUID> shown(String client, Instant since);
    }

    private final Clock clock;
    private final Account account;
    private final Alarm.Bell bell;
    private final Map<String, Usage> usages = new ConcurrentHashMap<>();

    public Meter(Clock clock, Account account, Alarm.Bell bell) {
        this.clock = clock;
        this.account = account;
        this.bell = bell;
    }

    /** Counts a call; false where it is one too many for this minute. */
    public boolean call(ServiceContract contract) {
        return usage(contract).call(contract, clock.instant());
    }

    /** Counts citizens about to be shown; false where they are too many for today, and then none may be shown. */
    public boolean show(ServiceContract contract, Collection<UUID> citizens) {
        Instant now = clock.instant();
        return known(contract, now).show(contract, citizens, now);
    }

    /** Whether one citizen more may be shown today; asked before what cannot be undone. */
    public boolean hasRoom(ServiceContract contract) {
        Instant now = clock.instant();
        return known(contract, now).hasRoom(contract, now);
    }

    /** Counts citizens who have been changed, even beyond the quota: it was asked for {@link #hasRoom} before. */
    public void changed(ServiceContract contract, Collection<UUID> citizens) {
        Instant now = clock.instant();
        known(contract, now).seen(contract, citizens, now);
    }

    /** What the client was shown, by other processes too. */
    private Usage known(ServiceContract contract, Instant now) {
        Usage usage = usage(contract);
        if (contract.limits().quota() > 0 && usage.wantsAccount(now)) {
            usage.add(account.shown(contract.client(), now.truncatedTo(ChronoUnit.DAYS)), now);
        }
        return usage;
    }

    /** Counts a question that found nobody. */
    public void miss(ServiceContract contract) {
        usage(contract).miss(contract, clock.instant());
    }

    private Usage usage(ServiceContract contract) {
        return usages.computeIfAbsent(contract.client(), client -> new Usage(bell));
    }
}
