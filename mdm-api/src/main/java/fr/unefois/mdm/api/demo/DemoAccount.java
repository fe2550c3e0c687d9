package fr.unefois.mdm.api.demo;

import java.util.Locale;

/** The accounts of the demonstration: two applications, and three people who have both a form and a client. */
enum DemoAccount {
    PORTAL(false),
    BUSINESS(false),
    STEWARD(true),
    DPO(true),
    ADMIN(true);

    private final boolean person;

    DemoAccount(boolean person) {
        this.person = person;
    }

    boolean person() {
        return person;
    }

    /** The client's id, the person's user name, and the service contract's client. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
