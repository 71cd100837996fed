// A wall screen: what is on now, next and later, by the clock of the centre. It asks each half minute for what has changed and goes
// on with what it knows when nobody answers.
"use strict";
const ASK = 30_000, TURN = 12_000, OLD = 60_000, MOST = 5;
const block = document.getElementById("data");
const wall = document.getElementById("wall");
const source = location.pathname.replace(/\/$/, "") + "/data" + location.search;
const memory = "goldenbridge " + source;
let screen = JSON.parse(block.textContent);
let told = Date.parse(block.dataset.told);
let ahead = 0; // how far the clock of the service is ahead of the one in here
let side = 0;
let shown = "";

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

// At most five: the next one, what goes on, and what comes later.
function choose() {
  const at = now();
  const coming = screen.entries.filter((entry) => Date.parse(entry.endsAt) > at);
  const nows = coming.filter((entry) => Date.parse(entry.startsAt) <= at && !entry.cancelled);
  const later = coming.filter((entry) => Date.parse(entry.startsAt) > at);
  const next = later.find((entry) => !entry.cancelled);
  const rest = later.filter((entry) => entry !== next);
  const today = dayAt(screen.zone, at);
  const going = nows.slice(0, 2);
  return { today, next, nows: going, rest: rest.slice(0, MOST - going.length - (next ? 1 : 0)) };
}

function entry(which, size, today, words) {
  const said = which.texts[side];
  const item = make("article", size + (which.cancelled ? " cancelled" : ""));
  const time = make("p", "time");
  if (which.day !== today) time.append(make("span", "date", said.day), " ");
  const hours = make("span", "hours");
  hours.append(make("b", "", which.starts), make("span", "until", "–" + which.ends));
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
  item.append(time, title, place);
  return item;
}

function group(name, heading, items) {
  const section = make("section", name);
  section.append(make("h2", "", heading), ...items);
  return section;
}

function show() {
  const words = screen.languages[side % screen.languages.length];
  const { today, next, nows, rest } = choose();
  const key = JSON.stringify([side, today, next, nows, rest, words]);
  if (key === shown) return; // nothing has changed: nothing moves
  shown = key;
  document.documentElement.lang = words.tag;
  document.documentElement.dir = words.direction;
  document.getElementById("where").firstElementChild.textContent = words.where;
  const parts = [];
  parts.push(next
    ? group("next", words.next, [entry(next, "large", today, words)])
    : group("next", words.nothing, [make("span", "horn")]));
  const beside = make("div", "beside");
  if (nows.length) beside.append(group("now", words.now, nows.map((one) => entry(one, "middle", today, words))));
  const todays = rest.filter((one) => one.day === today);
  const others = rest.filter((one) => one.day !== today);
  if (todays.length) beside.append(group("later", words.today, todays.map((one) => entry(one, "small", today, words))));
  if (others.length) beside.append(group("later", words.soon, others.map((one) => entry(one, "small", today, words))));
  wall.replaceChildren(...parts, beside);
  // half an entry helps nobody: what does not fit is left out
  const fits = () => beside.scrollHeight <= beside.clientHeight;
  for (const last of [...beside.querySelectorAll("article")].reverse()) {
    if (fits()) break;
    const of = last.parentElement;
    last.remove();
    if (!of.querySelector("article")) of.remove();
  }
  wall.classList.toggle("alone", !beside.childElementCount);
}

function tick() {
  const at = now();
  const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: screen.zone };
  document.getElementById("clock").textContent = new Intl.DateTimeFormat("en-GB", clock).format(at);
  const old = document.getElementById("old");
  old.hidden = at - told < OLD;
  if (!old.hidden) {
    const words = screen.languages[side % screen.languages.length];
    old.textContent = words.old.replace("{0}", new Intl.DateTimeFormat("en-GB", clock).format(told));
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
if (screen.languages.length > 1) {
  setInterval(() => {
    side = (side + 1) % screen.languages.length;
    tick();
  }, TURN);
}
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
