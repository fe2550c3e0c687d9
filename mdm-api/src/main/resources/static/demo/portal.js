// A portal in plain JavaScript. It asks its own server (PortalController), which asks the public API with its token.
import * as words from "./words.js";

const $ = (id) => document.getElementById(id);
const view = $("view");

/** An element with attributes and children; a text is never read as HTML. */
function make(tag, given = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child != null));
  return element;
}

class Refused extends Error {
  constructor(status) { super("HTTP " + status); this.status = status; }
}

async function ask(path, method = "GET", body) {
  const csrf = document.cookie.match(/(?:^|; )XSRF-TOKEN=([^;]*)/);
  const response = await fetch("/demo/portal/" + path, {
    method,
    headers: { "Content-Type": "application/json", ...(csrf && { "X-XSRF-TOKEN": decodeURIComponent(csrf[1]) }) },
    body: body && JSON.stringify(body),
  });
  if (!response.ok) throw new Refused(response.status);
  return response.status === 204 ? null : response.json();
}

// ---- the pages ------------------------------------------------------------------------------------------------------

let session = null;
let asked = 0;

const pages = {
  "": ["Mes démarches", home], formulaire: ["", form], profil: ["Mes données", profile],
  contact: ["Mes préférences de contact", preferences], acces: ["Qui a consulté mes données", accesses],
};

/** Shows the page that the address names, and puts the focus on its heading, as a new page would. */
async function show(said = "") {
  const turn = ++asked;
  const [name, ...rest] = location.hash.replace(/^#\//, "").split("/");
  const [title, page] = session ? (pages[name] ?? pages[""]) : ["Me connecter", login];
  const heading = title || words.forms[rest[0]]?.[0] || "Démarche";
  $("who").hidden = $("menu").hidden = !session;
  $("name").textContent = session ? session.givenName : "";
  for (const link of document.querySelectorAll("#menu a")) {
    if (link.getAttribute("href") === "#/" + name) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  let parts;
  try {
    parts = await page(...rest);
  } catch (e) {
    if (e.status === 401) { session = null; return show("Votre session est terminée. Connectez-vous de nouveau."); }
    parts = e.status === 404 ? unknown() : [failed()];
  }
  if (turn !== asked) return; // another page was asked for meanwhile
  view.replaceChildren(...parts);
  $("title").textContent = heading;
  document.title = heading + " · Démonstration Unefois";
  $("message").textContent = said;
  $("title").focus();
}

const failed = () => make("p", { class: "card" }, "Le service ne répond pas pour le moment. Réessayez dans un instant.");

function login() {
  const parts = [$("login").content.cloneNode(true)];
  const people = parts[0].querySelector("#people");
  const identity = parts[0].querySelector("#identity");
  const enter = async (body) => {
    try {
      session = await ask("session", "POST", body);
      location.hash = "#/";
      show("Bonjour " + session.givenName + ".");
    } catch {
      $("message").textContent = "Cette identité n’a pas pu être lue. Vérifiez chaque champ.";
    }
  };
  people.addEventListener("submit", (event) => {
    event.preventDefault();
    enter({ person: new FormData(people).get("person") });
  });
  identity.addEventListener("submit", (event) => {
    event.preventDefault();
    enter({ claims: Object.fromEntries(new FormData(identity)) });
  });
  return parts;
}

function home() {
  const cards = Object.entries(words.forms).map(([name, [title, lead]]) =>
    make("li", { class: "card" }, make("h2", {}, make("a", { href: "#/formulaire/" + name }, title)), make("p", {}, lead)));
  return [
    make("p", { class: "lead" }, session.known
      ? "Vos formulaires se remplissent avec ce que vous avez déjà dit à la collectivité."
      : "Aucun service ne vous connaît encore. Donnez vos coordonnées une fois, elles serviront partout."),
    make("ul", { class: "cards" }, ...cards),
  ];
}

/** For somebody whom the authority does not know: what they say here starts their record. */
function unknown() {
  const empty = Object.fromEntries(Object.keys(words.fields).filter((name) => words.fields[name].contact)
    .map((name) => [name, { absent: "not-known" }]));
  return [
    make("p", { class: "lead" }, "Nous ne vous connaissons pas encore avec certitude. Rien n’est donc rempli à votre place."),
    sending(empty, "Enregistrer mes coordonnées"),
  ];
}

async function form(name, child) {
  const answer = await ask("prefill/" + encodeURIComponent(name) + (child ? "?child=" + encodeURIComponent(child) : ""));
  const parts = [make("p", { class: "lead" },
    `${answer.known} informations sur ${answer.total} sont déjà connues, dont ${answer.verifiedCount} vérifiées.`)];
  if (answer.children?.length) {
    parts.push(make("nav", { class: "card", "aria-labelledby": "children" },
      make("h2", { id: "children" }, "Pour quel enfant ?"),
      make("ul", { class: "inline" }, ...answer.children.map((one) =>
        make("li", {}, make("a", { class: "button", href: `#/formulaire/${name}/${one.ref}` }, one.givenName))))));
  }
  parts.push(sending(answer.fields, "Envoyer la démarche"), make("p", { class: "notice" }, answer.notice));
  return parts;
}

/** A form whose contacts, where the person changed them, go back to the portal's own record. */
function sending(values, button) {
  const inputs = Object.entries(values).map(([name, value]) => field(name, value));
  const sent = make("form", { class: "card" }, make("div", { class: "fields" }, ...inputs), make("button", { type: "submit" }, button));
  sent.addEventListener("submit", async (event) => {
    event.preventDefault();
    const corrected = corrections(sent, values);
    try {
      if (Object.keys(corrected).length) {
        await ask("contacts", "PUT", corrected);
        session = { ...session, known: true };
        await show("Merci. Votre correction est enregistrée : elle se voit déjà dans toutes vos démarches.");
      } else {
        await show("Merci. Votre démarche est envoyée, sans correction.");
      }
    } catch {
      $("message").textContent = "Votre envoi n’a pas pu être enregistré. Réessayez dans un instant.";
    }
  });
  return sent;
}

function corrections(sent, values) {
  const now = Object.fromEntries([...new FormData(sent)].map(([name, value]) => [name, value.trim()]));
  const changed = Object.keys(now).filter((name) => now[name] !== (values[name].value ?? ""));
  const corrected = {};
  for (const contact of new Set(changed.map((name) => words.fields[name].contact))) {
    const names = Object.keys(now).filter((name) => words.fields[name].contact === contact && now[name]);
    corrected[contact] = names.length === 0 ? [] : contact !== "addresses" ? [now[names[0]]]
      : [Object.fromEntries(names.map((name) => [words.fields[name].part, now[name]]))];
  }
  return corrected;
}

function field(name, value) {
  const about = words.fields[name] ?? { label: name };
  // an absent contact is asked for; a value without consent is not
  const open = about.contact && (value.value == null ? value.absent === "not-known" : value.editable);
  const says = value.value == null ? words.absent[value.absent] ?? "Absent." : words.origin(value);
  if (value.value == null && !open) {
    return make("div", { class: "field" }, make("p", { class: "label" }, about.label), make("p", { class: "says" }, says));
  }
  const input = make("input", {
    id: name, name: open ? name : null, type: about.type ?? "text", readonly: !open, maxlength: 120,
    autocomplete: about.complete ?? "off", "aria-describedby": name + "-says",
    value: value.value == null ? "" : open ? value.value : words.text(value.value),
  });
  const state = value.value == null ? null : value.verified ? make("span", { class: "chip ok" }, "Vérifié")
    : open ? make("span", { class: "chip" }, "Modifiable") : make("span", { class: "chip" }, "Non modifiable ici");
  return make("div", { class: value.value == null ? "field empty" : "field" },
    make("label", { for: name }, about.label), input,
    make("p", { id: name + "-says", class: "says" }, says + " ", state));
}

async function profile() {
  const answer = await ask("profile");
  const shown = Object.entries(answer.attributes).flatMap(([name, values]) => [
    make("dt", {}, words.attributes[name] ?? name),
    ...[values].flat().map((value) => make("dd", {}, make("strong", {}, words.text(value.value)),
      make("span", { class: "says" }, words.origin(value) + " ",
        value.verified ? make("span", { class: "chip ok" }, "Vérifié") : null))),
  ]);
  return [
    make("p", { class: "lead" }, "Voici ce que ce portail peut voir de vous, et qui l’a dit."),
    make("dl", { class: "card facts" }, ...shown),
    make("p", {}, make("a", { href: "#/formulaire/demenagement" }, "Corriger mes coordonnées")),
  ];
}

async function preferences() {
  const { consents } = await ask("consents");
  const boxes = Object.entries(consents).map(([name, consent]) => make("div", { class: "choice" },
    make("input", { type: "checkbox", id: name, name, checked: consent.given === true, "aria-describedby": name + "-says" }),
    make("div", {}, make("label", { for: name }, consent.title), make("p", { id: name + "-says", class: "says" }, consent.text))));
  const sent = make("form", { class: "card" },
    make("fieldset", {}, make("legend", {}, "J’accepte"), ...boxes), make("button", { type: "submit" }, "Enregistrer mes choix"));
  sent.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      for (const [name, consent] of Object.entries(consents)) {
        const given = sent.elements[name].checked;
        if (given !== (consent.given === true)) await ask("consents/" + encodeURIComponent(name), "PUT", { given });
      }
      await show("Vos choix sont enregistrés.");
    } catch {
      $("message").textContent = "Vos choix n’ont pas pu être enregistrés : confirmez d’abord vos coordonnées dans une démarche.";
    }
  });
  return [make("p", { class: "lead" }, "Rien n’est coché à votre place, et vous pouvez changer d’avis."), sent];
}

async function accesses() {
  const answer = await ask("accesses");
  const rows = answer.accesses.map((access) => make("tr", {},
    make("td", { "data-label": "Quand" }, words.moment(access.at)),
    make("td", { "data-label": "Service" }, words.service(access.service)),
    make("td", { "data-label": "Pourquoi" }, words.purpose(access.purpose)),
    make("td", { "data-label": "Ce qui s’est passé" }, words.operation(access))));
  return [
    make("p", { class: "lead" }, "Chaque service qui lit ou change vos données laisse une ligne ici. Les noms des agents n’y figurent pas."),
    make("div", { class: "card" }, make("table", {}, make("caption", {}, `Les ${rows.length} derniers accès, le plus récent d’abord`),
      make("thead", {}, make("tr", {}, ...["Quand", "Service", "Pourquoi", "Ce qui s’est passé"].map((text) => make("th", { scope: "col" }, text)))),
      make("tbody", {}, ...rows))),
  ];
}

document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault(); // the address names the page
  $("content").focus();
});
$("logout").addEventListener("click", async () => {
  await ask("session", "DELETE");
  session = null;
  show("Vous êtes déconnecté.");
});
addEventListener("hashchange", () => show());
session = await ask("session").catch(() => null);
show();
