// The portal's own words: what the API says by name, said in plain French.

export const forms = {
  cantine: ["Inscription à la cantine", "Pour votre enfant, à l’école."],
  bibliotheque: ["Carte de bibliothèque", "Emprunter des livres et de la musique."],
  eau: ["Contrat d’eau", "Ouvrir un abonnement à votre adresse."],
  demenagement: ["Changement d’adresse", "Dites-le une fois, pour tous les services."],
  "acte-naissance": ["Acte de naissance", "Demander une copie de votre acte."],
};

/** A form's field: its label, and for what the person may correct, the attribute behind it. */
export const fields = {
  nom_naissance: { label: "Nom de naissance" },
  nom_usage: { label: "Nom d’usage" },
  prenoms: { label: "Prénoms" },
  prenom: { label: "Prénom" },
  sexe: { label: "Sexe" },
  date_naissance: { label: "Date de naissance" },
  commune_naissance: { label: "Commune de naissance (code INSEE)" },
  pays_naissance: { label: "Pays de naissance (code INSEE)" },
  courriel: { label: "Courriel", contact: "emails", type: "email", complete: "email" },
  telephone: { label: "Téléphone", contact: "phones", type: "tel", complete: "tel" },
  adresse: { label: "Adresse", contact: "addresses", part: "line", complete: "address-line1" },
  code_postal: { label: "Code postal", contact: "addresses", part: "postcode", complete: "postal-code" },
  ville: { label: "Ville", contact: "addresses", part: "city", complete: "address-level2" },
  nom_enfant: { label: "Nom de l’enfant" },
  prenom_enfant: { label: "Prénom de l’enfant" },
  date_naissance_enfant: { label: "Date de naissance de l’enfant" },
  autre_parent: { label: "Autre parent" },
};

export const attributes = {
  birthName: "Nom de naissance", usageName: "Nom d’usage", givenNames: "Prénoms", sex: "Sexe",
  birthDate: "Date de naissance", birthPlace: "Commune de naissance (code INSEE)",
  birthCountry: "Pays de naissance (code INSEE)", emails: "Courriel", phones: "Téléphone", addresses: "Adresse",
  consents: "Vos consentements",
};

export const absent = {
  "not-known": "Aucun service ne le connaît encore.",
  "doubtful-link": "Un service en a peut-être connaissance, mais nous ne sommes pas certains qu’il s’agit de vous : nous ne le montrons pas.",
  "outside-contract": "Ce portail n’a pas le droit de le connaître.",
  "no-ground": "Aucun texte ne permet de l’obtenir pour cette démarche.",
  "no-consent": "Votre accord est nécessaire : voyez « Mes préférences ».",
  "no-child": "Choisissez d’abord un enfant.",
  "private": "Un autre parent est connu. Ses coordonnées restent privées.",
};

/** Who said it, after « déclaré ». */
const told = {
  portail: "sur ce portail", cantine: "à la cantine", mediatheque: "à la médiathèque", sports: "aux sports",
  eau: "à la régie de l’eau", crm: "à l’accueil de la collectivité", elections: "à la liste électorale",
};

const services = {
  portal: "Portail citoyen", business: "Restauration scolaire", steward: "Qualité des données",
  dpo: "Protection des données", admin: "Administration",
};

const purposes = {
  "prefill-forms": "Remplir une démarche à votre place", "my-account": "Vous montrer votre compte",
  "enrol-in-canteen": "Inscrire à la cantine", "contact-family": "Joindre la famille",
  "data-quality": "Vérifier la qualité des données", "data-protection": "Protéger les données",
  administration: "Administrer le service",
};

const operations = {
  READ: "a lu", PREFILL: "a rempli un formulaire avec", RESOLVE: "vous a reconnu par votre identité", WRITE: "a mis à jour",
  CROSSWALK: "a demandé vos identifiants", EXPLAIN: "a demandé les raisons d’un rapprochement",
  REVIEW: "a examiné un doute", ACCESSES: "a consulté la liste des accès", HISTORY: "a consulté l’historique de",
};

/** The same where none of the attributes was shown or changed. */
const bare = {
  READ: "a consulté vos préférences ou ouvert votre dossier, sans lire d’autre donnée",
  WRITE: "a enregistré un de vos choix ou mis à jour votre dossier",
};

export const service = (name) => services[name] ?? name;
export const purpose = (name) => purposes[name] ?? name;

export function operation(access) {
  const names = access.attributes.map((name) => attributes[name] ?? name).map((name) => name[0].toLowerCase() + name.slice(1));
  if (names.length === 0 && access.operation in bare) return bare[access.operation];
  return [operations[access.operation] ?? "a consulté", names.join(", ")].join(" ").trim();
}

export function day(text) {
  return new Intl.DateTimeFormat("fr-FR", { dateStyle: "long", timeZone: "UTC" }).format(new Date(text + "T00:00:00Z"));
}

export function moment(text) {
  return new Intl.DateTimeFormat("fr-FR", { dateStyle: "long", timeStyle: "short" }).format(new Date(text));
}

export function origin(value) {
  const where = value.source ? (told[value.source] ?? "à un autre service") : "à un autre service";
  const how = value.verified && value.source === "portail" ? "Confirmé par FranceConnect" : "Déclaré " + where;
  return how + (value.since ? ", le " + day(value.since) : "");
}

/** A value of the API as a person writes it. */
export function text(value) {
  if (Array.isArray(value)) return value.map(text).join(" ");
  if (value && typeof value === "object") return [value.line, [value.postcode, value.city].filter(Boolean).join(" ")].filter(Boolean).join(", ");
  if (value === "F") return "Féminin";
  if (value === "M") return "Masculin";
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? day(value) : String(value ?? "");
}
