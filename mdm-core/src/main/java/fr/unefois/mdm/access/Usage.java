package fr.unefois.mdm.access;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** What one client asked in the minute, the hour and the day at hand; days are those of UTC. */
final class Usage {
    private final Alarm.Bell bell;
    private final Set<UUID> today = new HashSet<>();
    private final Set<UUID> thisHour = new HashSet<>();
    private final Set<Alarm.Kind> rung = EnumSet.noneOf(Alarm.Kind.class);
    private Instant minute = Instant.MIN;
    private Instant hour = Instant.MIN;
    private Instant day = Instant.MIN;
    private Instant accounted = Instant.MIN;
    private int calls;
    private int misses;

    Usage(Alarm.Bell bell) {
        this.bell = bell;
    }

    synchronized boolean call(ServiceContract contract, Instant now) {
        turn(now);
        calls++;
        int rate = contract.limits().rate();
        if (rate == 0 || calls <= rate) {
            return true;
        }
        ring(contract, Alarm.Kind.RATE, now, calls);
        return false;
    }

    /** Whether it is a minute since the account was last asked. */
    synchronized boolean wantsAccount(Instant now) {
        turn(now);
        return accounted.isBefore(now.minus(1, ChronoUnit.MINUTES));
    }

    synchronized void add(Set<UUID> shown, Instant now) {
        today.addAll(shown);
        accounted = now;
    }

    synchronized boolean show(ServiceContract contract, Collection<UUID> citizens, Instant now) {
        turn(now);
        Limits limits = contract.limits();
        if (limits.quota() > 0) {
            long more = citizens.stream()
                    .distinct()
                    .filter(one -> !today.contains(one))
                    .count();
            if (more > 0 && today.size() + more > limits.quota()) {
                ring(contract, Alarm.Kind.QUOTA, now, today.size());
                return false;
            }
        }
        seen(contract, citizens, now);
        return true;
    }

    synchronized boolean hasRoom(ServiceContract contract, Instant now) {
        turn(now);
        int quota = contract.limits().quota();
        if (quota == 0 || today.size() < quota) {
            return true;
        }
        ring(contract, Alarm.Kind.QUOTA, now, today.size());
        return false;
    }

    synchronized void seen(ServiceContract contract, Collection<UUID> citizens, Instant now) {
        turn(now);
        Limits limits = contract.limits();
        if (limits.quota() > 0) {
            today.addAll(citizens);
        }
        // Beyond the alarm nothing more is learned from remembering who else was shown.
        if (thisHour.size() <= limits.alarm()) {
            thisHour.addAll(citizens);
        }
        if (thisHour.size() > limits.alarm()) {
            ring(contract, Alarm.Kind.BREADTH, now, thisHour.size());
        }
    }

    synchronized void miss(ServiceContract contract, Instant now) {
        turn(now);
        misses++;
        if (misses > contract.limits().alarm()) {
            ring(contract, Alarm.Kind.MISSES, now, misses);
        }
    }

    private void turn(Instant now) {
        if (!now.truncatedTo(ChronoUnit.MINUTES).equals(minute)) {
            minute = now.truncatedTo(ChronoUnit.MINUTES);
            calls = 0;
        }
        if (!now.truncatedTo(ChronoUnit.HOURS).equals(hour)) {
            hour = now.truncatedTo(ChronoUnit.HOURS);
            thisHour.clear();
            rung.clear();
            misses = 0;
        }
        if (!now.truncatedTo(ChronoUnit.DAYS).equals(day)) {
            day = now.truncatedTo(ChronoUnit.DAYS);
            today.clear();
            accounted = Instant.MIN;
        }
    }

    /** Once an hour and kind: a bell that never stops is not heard. */
    private void ring(ServiceContract contract, Alarm.Kind kind, Instant now, int count) {
        if (rung.add(kind)) {
            bell.ring(new Alarm(now, contract.client(), contract.name(), kind, count));
        }
    }
}
