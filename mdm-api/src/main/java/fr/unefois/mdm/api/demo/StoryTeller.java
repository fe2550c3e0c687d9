package fr.unefois.mdm.api.demo;

import fr.unefois.mdm.access.Access;
import fr.unefois.mdm.access.Audit;
import fr.unefois.mdm.access.Operation;
import fr.unefois.mdm.access.Profile;
import fr.unefois.mdm.api.access.Call;
import fr.unefois.mdm.api.access.Caller;
import fr.unefois.mdm.api.access.Gate;
import fr.unefois.mdm.api.console.EvidenceBars;
import fr.unefois.mdm.api.prefill.PrefillAnswer;
import fr.unefois.mdm.api.prefill.PrefillController;
import fr.unefois.mdm.api.server.Installation;
import fr.unefois.mdm.api.server.ServerSettings;
import fr.unefois.mdm.api.value.Texts;
import fr.unefois.mdm.api.value.Values;
import fr.unefois.mdm.arrive.Citizen;
import fr.unefois.mdm.arrive.Walk;
import fr.unefois.mdm.arrive.Walks;
import fr.unefois.mdm.record.Address;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Source;
import fr.unefois.mdm.standardise.StandardRecord;
import fr.unefois.mdm.store.Citizens;
import fr.unefois.mdm.store.Found;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Puts the story together by asking the service, under the contracts of the portal and of the canteen. */
@Component
@ConditionalOnProperty(name = ServerSettings.DEMO, havingValue = "true")
class StoryTeller {
    static final Caller PORTAL = Caller.of(DemoAccount.PORTAL.id());
    private static final Caller CANTEEN = Caller.of(DemoAccount.BUSINESS.id());
    private static final String FORM = "cantine";
    private static final int READINGS = 12;
    private static final int SIDE_BY_SIDE = 5;
    private static final List<Attribute> SHOWN = List.of(
            Attribute.BIRTH_NAME,
            Attribute.USAGE_NAME,
            Attribute.GIVEN_NAMES,
            Attribute.BIRTH_DATE,
            Attribute.EMAILS,
            Attribute.PHONES,
            Attribute.ADDRESSES);

    private final Gate gate;
    private final Citizens citizens;
    private final Heroine heroine;
    private final Installation installation;
    private final Walks walks;
    private final PrefillController prefill;
    private final Audit audit;

    StoryTeller(
            Gate gate,
            Citizens citizens,
            Heroine heroine,
            Installation installation,
            Walks walks,
            PrefillController prefill,
            Audit audit) {
        this.gate = gate;
        this.citizens = citizens;
        this.heroine = heroine;
        this.installation = installation;
        this.walks = walks;
        this.prefill = prefill;
        this.audit = audit;
    }

    /** Empty where the base does not hold her. */
    Optional<Story> tell(Locale locale) {
        return heroine.citizen()
                .map(citizens::find)
                .filter(Found.Live.class::isInstance)
                .map(found -> tell(((Found.Live) found).citizen(), locale));
    }

    private Story tell(Citizen citizen, Locale locale) {
        List<CitizenRecord> records = contributing(citizens.records(citizen.ref()));
        List<Story.View> views = List.of(view(PORTAL, citizen, locale), view(CANTEEN, citizen, locale));
        PrefillAnswer form = form(citizen.ref());
        return new Story(
                name(views.get(0)),
                SHOWN.stream().map(Attribute::name).toList(),
                records.stream().limit(SIDE_BY_SIDE).map(this::row).toList(),
                (int) citizen.golden().crosswalk().stream()
                        .map(key -> key.source())
                        .distinct()
                        .count(),
                links(records),
                views,
                form,
                audit.of(citizen.ref(), READINGS).stream()
                        .map(access -> reading(access, locale))
                        .toList(),
                address());
    }

    /** Her account first. Sources that only verify or link are told of by number alone. */
    private List<CitizenRecord> contributing(List<CitizenRecord> records) {
        List<CitizenRecord> rows = new ArrayList<>();
        records.stream()
                .filter(record -> record.key().equals(heroine.account()))
                .forEach(rows::add);
        records.stream()
                .filter(record -> !record.key().equals(heroine.account()))
                .filter(record -> source(record).use() == Source.Use.CONTRIBUTE)
                .forEach(rows::add);
        return rows;
    }

    private Source source(CitizenRecord record) {
        Source source = installation.sources().get(record.key().source());
        if (source == null) {
            throw new IllegalStateException("no source is configured for " + record.key());
        }
        return source;
    }

    private Story.Row row(CitizenRecord record) {
        return new Story.Row(
                record.key().source(),
                source(record).label(),
                record.key().id(),
                SHOWN.stream()
                        .map(attribute -> Texts.of(record.values(attribute)))
                        .toList());
    }

    private List<Story.Link> links(List<CitizenRecord> records) {
        List<Story.Link> links = new ArrayList<>();
        if (records.isEmpty() || !records.get(0).key().equals(heroine.account())) {
            return links;
        }
        Walk walk = walks.inForce().walk();
        StandardRecord account = walk.standardiser().standardise(records.get(0)).record();
        for (CitizenRecord record : records.subList(1, records.size())) {
            StandardRecord other = walk.standardiser().standardise(record).record();
            links.add(new Story.Link(
                    record.key().source(),
                    source(record).label(),
                    EvidenceBars.of(walk.model().score(account, other))));
        }
        return links;
    }

    private Story.View view(Caller caller, Citizen citizen, Locale locale) {
        Call call = gate.open(caller, Operation.READ);
        Profile profile = gate.policy().profile(call.contract(), citizen.golden());
        gate.account(call, citizen.ref(), profile.values().keySet());
        List<Story.Line> lines = new ArrayList<>();
        for (Attribute attribute : Attribute.CANONICAL) {
            List<Profile.Shown> shown = profile.values(attribute);
            if (!shown.isEmpty()) {
                lines.add(line(attribute, shown.get(0), locale));
            } else if (SHOWN.contains(attribute) || attribute.equals(Attribute.BIRTH_PLACE)) {
                lines.add(new Story.Line(attribute.name(), null, null, false, null));
            }
        }
        return new Story.View(call.contract().name(), lines);
    }

    private static Story.Line line(Attribute attribute, Profile.Shown shown, Locale locale) {
        LocalDate since = Values.day(shown.since());
        return new Story.Line(
                attribute.name(),
                Texts.of(shown.values()),
                shown.source(),
                shown.certification().verified(),
                since == null ? null : day(locale).format(since));
    }

    private static String name(Story.View view) {
        return view.lines().stream()
                .filter(line -> line.attribute().equals(Attribute.GIVEN_NAMES.name()))
                .map(Story.Line::value)
                .filter(java.util.Objects::nonNull)
                .map(names -> names.split(" ", 2)[0])
                .findFirst()
                .orElse("?");
    }

    private PrefillAnswer form(UUID citizen) {
        Call call = gate.open(PORTAL, Operation.PREFILL);
        @Nullable String child = heroine.childsCitizen().map(call::ref).orElse(null);
        return prefill.prefill(PORTAL, call.ref(citizen), FORM, child);
    }

    private static Story.Reading reading(Access access, Locale locale) {
        return new Story.Reading(
                DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm:ss", locale)
                        .withZone(Values.FRANCE)
                        .format(access.at()),
                access.contract(),
                access.purpose(),
                access.operation().name(),
                access.attributes().stream().map(Attribute::name).toList());
    }

    private Story.Address address() {
        Address address = heroine.accountRecord().stream()
                .flatMap(record -> record.addresses().stream())
                .findFirst()
                .orElse(new Address(null, null, null, null));
        return new Story.Address(text(address.line()), text(address.postcode()), text(address.city()));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static DateTimeFormatter day(Locale locale) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", locale);
    }
}
