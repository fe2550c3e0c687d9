package fr.unefois.mdm.api.demo;

import java.util.Locale;

/** The accounts of the demonstration: two applications, and people who have both a form and a client. */
enum DemoAccount {
    PORTAL(false),
    BUSINESS(false),
    STEWARD(true),
    SENIOR_STEWARD(true),
    DPO(true),
    ADMIN(true),
    AUDITOR(true);

    private final boolean person;

    DemoAccount(boolean person) {
        this.person = person;
    }

    boolean person() {
        return person;
    }

    /** The client's id, the person's user name, and the service contract's client. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
