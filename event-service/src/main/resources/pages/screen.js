// A wall screen: what is on now and within the hour, in pages of at most five, and what comes later, by the clock of the centre. It
// asks each half minute for what has changed and goes on with what it knows when nobody answers.
"use strict";
const ASK = 30_000, TURN = 10_000, OLD = 60_000, MOST = 5, NEAR = 3_600_000, DAY = 86_400_000;
const block = document.getElementById("data");
const wall = document.getElementById("wall");
const source = location.pathname.replace(/\/$/, "") + "/data" + location.search;
const memory = "goldenbridge " + source;
let screen = JSON.parse(block.textContent);
let told = Date.parse(block.dataset.told);
let ahead = 0; // how far the clock of the service is ahead of the one in here
let side = 0;
let shown = "";
let offset = 0; // of the page, among what is on now or begins within the hour
let onPage = 0; // how many of these the page shows

// A page that was kept may be older than what was heard since.
try {
  const heard = JSON.parse(localStorage.getItem(memory));
  if (heard && heard.told > told) ({ screen, told, ahead } = heard);
} catch (unreadable) {
  localStorage.removeItem(memory);
}

const now = () => Date.now() + ahead;
const make = (tag, name, text) => {
  const element = document.createElement(tag);
  if (name) element.className = name;
  if (text) element.textContent = text;
  return element;
};

function dayAt(zone, instant) {
  return new Intl.DateTimeFormat("sv", { timeZone: zone, dateStyle: "short" }).format(instant);
}

// What is on now or begins within the hour comes before all else; the next one is large when it is near. What is cancelled stays
// until it would have ended: people come for it.
function choose() {
  const at = now();
  const begun = (entry) => Date.parse(entry.startsAt) <= at;
  const coming = screen.entries.filter((entry) => Date.parse(entry.endsAt) > at);
  const near = coming.filter((entry) => Date.parse(entry.startsAt) <= at + NEAR);
  const next = near.find((entry) => !begun(entry) && !entry.cancelled);
  const listed = near.filter((entry) => entry !== next);
  if (offset >= listed.length) offset = 0;
  const room = MOST - (next ? 1 : 0);
  const page = listed.slice(offset, offset + room);
  const later = listed.length > room ? [] : coming.filter((entry) => !near.includes(entry)).slice(0, room - page.length);
  return {
    today: dayAt(screen.zone, at),
    next,
    nows: page.filter(begun),
    soon: page.filter((entry) => !begun(entry)),
    later,
    all: listed.length,
    known: at - told < DAY,
  };
}

function entry(which, size, today, words) {
  const said = which.texts[side];
  const item = make("article", size + (which.cancelled ? " cancelled" : ""));
  const time = make("p", "time");
  if (which.day !== today && !said.until) time.append(make("span", "date", said.day), " ");
  const hours = make("span", "hours");
  if (said.until) {
    if (which.day >= today) hours.append(make("b", "", which.starts), " ");
    hours.append(make("span", "until", said.until));
  } else {
    hours.append(make("b", "", which.starts), make("span", "until", "–" + which.ends));
  }
  time.append(hours);
  const title = make("h3");
  const bdi = make("bdi", "", said.title);
  if (said.lang) bdi.lang = said.lang;
  title.append(bdi);
  const place = make("p", "place");
  const icon = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  icon.setAttribute("class", "i");
  icon.setAttribute("aria-hidden", "true");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", "#i-" + which.sign);
  icon.append(use);
  place.append(icon, make("span", "", which.cancelled ? words.cancelled : said.kind));
  if (said.place) place.append(make("bdi", "", said.place));
  const body = make("div", "body");
  body.append(time, title, place);
  item.append(body);
  if (which.image) {
    const image = make("img");
    image.src = which.image;
    image.alt = said.alt || "";
    item.append(image);
  }
  return item;
}

function group(name, heading, items) {
  const section = make("section", name);
  section.append(make("h2", "", heading), ...items);
  return section;
}

function show() {
  const words = screen.languages[side % screen.languages.length];
  const { today, next, nows, soon, later, all, known } = choose();
  const key = JSON.stringify([side, today, next, nows, soon, later, all, known, words]);
  if (key === shown) return; // nothing has changed: nothing moves
  shown = key;
  document.documentElement.lang = words.tag;
  document.documentElement.dir = words.direction;
  document.getElementById("where").firstElementChild.textContent = words.where;
  const parts = [];
  const todays = later.filter((one) => one.day <= today);
  const others = later.filter((one) => one.day > today);
  if (next) {
    parts.push(group("next", words.next, [entry(next, "large", today, words)]));
  } else if (!all && !todays.length) {
    parts.push(group("next", known ? words.nothing : words.unknown, [make("span", "horn")]));
  }
  const beside = make("div", "beside");
  const list = (heading, entries, name) => {
    if (entries.length) beside.append(group(name, heading, entries.map((one) => entry(one, "listed", today, words))));
  };
  list(words.now, nows, "near");
  list(words.next, soon, "near");
  list(words.today, todays, "later");
  list(words.soon, others, "later");
  wall.replaceChildren(...parts, beside);
  wall.classList.toggle("alone", !parts.length || !beside.childElementCount);
  // half an entry helps nobody: what does not fit is left out here, and what is near comes on the next page
  const fits = () => beside.scrollHeight <= beside.clientHeight;
  for (const last of [...beside.querySelectorAll("article")].reverse()) {
    if (fits() || beside.querySelectorAll("article").length === 1) break;
    const of = last.parentElement;
    last.remove();
    if (!of.querySelector("article")) of.remove();
  }
  onPage = beside.querySelectorAll(".near article").length;
  const pages = document.getElementById("pages");
  pages.hidden = onPage >= all;
  pages.textContent = offset + 1 + "–" + (offset + onPage) + " / " + all;
}

// Each page in each language, one after the other.
function turn() {
  offset += Math.max(onPage, 1);
  if (offset >= choose().all || offset === 0) {
    offset = 0;
    side = (side + 1) % screen.languages.length;
  }
  tick();
}

const CLOCK = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };

function clockAt(instant) {
  return new Intl.DateTimeFormat("en-GB", { ...CLOCK, timeZone: screen.zone }).format(instant);
}

function dateAt(instant, words, weekday) {
  const wanted = { day: "numeric", month: "long", timeZone: screen.zone, ...(weekday && { weekday }) };
  const date = new Intl.DateTimeFormat(words.tag + "-u-nu-latn", wanted).format(instant);
  return words.tag === "fr" ? date.replace(/\b1(?= )/, "1er") : date;
}

function tick() {
  const at = now();
  const words = screen.languages[side % screen.languages.length];
  const clock = document.getElementById("clock");
  clock.firstElementChild.textContent = dateAt(at, words, "long");
  clock.lastElementChild.textContent = clockAt(at);
  const old = document.getElementById("old");
  old.hidden = at - told < OLD;
  if (!old.hidden) {
    const said = (at - told < DAY ? "" : dateAt(told, words) + " ") + clockAt(told);
    old.textContent = words.old.replace("{0}", said);
  }
  show();
}

async function ask() {
  try {
    const answer = await fetch(source, { cache: "no-store", signal: AbortSignal.timeout(15_000) });
    if (!answer.ok) return;
    const said = Date.parse(answer.headers.get("Goldenbridge-Told"));
    const heard = await answer.json();
    if (!(said > told)) return; // from what was kept: we know that already
    const renewed = heard.base !== screen.base;
    screen = heard;
    told = said;
    ahead = said - Date.now();
    localStorage.setItem(memory, JSON.stringify({ screen, told, ahead }));
    if (renewed) location.reload();
  } catch (away) {
    // The network is away; the mark says so, and the next question comes soon.
  }
  tick();
}

tick();
setInterval(tick, 1_000);
setInterval(ask, ASK);
ask();
window.addEventListener("online", ask);
setInterval(turn, TURN);
if ("serviceWorker" in navigator) {
  navigator.serviceWorker.register("/screens/worker.js").then(async () => {
    const kept = await caches.open("goldenbridge-screens");
    const parts = [...document.querySelectorAll("link[href], script[src]")].map((part) => part.href || part.src);
    const drawings = ["ornament.svg", "horn.svg"].map((name) => screen.base + "/" + name);
    await kept.addAll([location.href, ...parts, ...drawings]);
    for (const old of await kept.keys()) {
      if (old.url.includes("/pages/") && !old.url.includes(screen.base)) await kept.delete(old);
    }
  }).catch(() => {}); // an old browser, or no secure address: it still goes on until it is switched off
}
