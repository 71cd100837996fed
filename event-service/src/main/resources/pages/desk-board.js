// A session is dragged to another time or space, or stretched at its lower edge. What stands against it is asked of the server
// while it is held, and the server decides when it is let go. The same is done in the session's dialog, without a pointer.
"use strict";
const MINUTES = 15;
const DAY = 24 * 60;
let held = null;

const pad = (number) => String(number).padStart(2, "0");
const minutesOf = (wall) => Date.parse(wall.slice(0, 16) + "Z") / 60000;
const wallOf = (minutes) => new Date(minutes * 60000).toISOString().slice(0, 16);
const clockOf = (minutes) => wallOf(minutes).slice(11);
const within = (box, x, y) => x >= box.left && x < box.right && y >= box.top && y < box.bottom;

const rowsOf = (board) => [...board.querySelectorAll("tr[data-at]")].map((row) => ({ at: minutesOf(row.dataset.at), box: row.getBoundingClientRect() }));
const timeAt = (rows, y) => {
  const row = rows.find((one) => y < one.box.bottom) || rows[rows.length - 1];
  const part = Math.min(1, Math.max(0, (y - row.box.top) / row.box.height));
  return row.at + part * 30;
};
const heightAt = (rows, minutes) => {
  const row = [...rows].reverse().find((one) => one.at <= minutes) || rows[0];
  return row.box.top + Math.min(1, Math.max(0, (minutes - row.at) / 30)) * row.box.height;
};
const snapped = (minutes) => Math.round(minutes / MINUTES) * MINUTES;

// Where the session would be if it were let go here; null where it cannot be.
const aim = (x, y) => {
  const { board, card, stretching } = held;
  const from = minutesOf(card.dataset.from);
  const until = minutesOf(card.dataset.until);
  if (board.dataset.board === "week") {
    const cell = [...board.querySelectorAll("td[data-day]")].find((one) => within(one.getBoundingClientRect(), x, y));
    if (!cell) return null;
    const moved = minutesOf(cell.dataset.day + "T00:00") - Math.floor(from / DAY) * DAY;
    return { from: from + moved, until: until + moved, space: cell.dataset.space, box: cell.getBoundingClientRect() };
  }
  const rows = rowsOf(board);
  const by = snapped(timeAt(rows, y) - timeAt(rows, held.y - scrolled()));
  const columns = [...board.querySelectorAll("thead th[data-space]")].map((head) => ({ space: head.dataset.space, box: head.getBoundingClientRect() }));
  const column = stretching ? columns.find((one) => one.space === card.dataset.space) : columns.find((one) => x >= one.box.left && x < one.box.right);
  if (!column) return null;
  const start = stretching ? from : from + by;
  const end = stretching ? Math.max(from + MINUTES, until + by) : until + by;
  const top = heightAt(rows, start);
  return { from: start, until: end, space: column.space, box: { left: column.box.left, width: column.box.width, top, height: Math.max(8, heightAt(rows, end) - top) } };
};
const scrolled = () => held.scroll.scrollTop - held.scrolledTo;

const fields = (target) => ({
  version: held.card.dataset.version,
  date: wallOf(target.from).slice(0, 10),
  start: clockOf(target.from),
  end: clockOf(target.until),
  endDate: wallOf(target.until).slice(0, 10) === wallOf(target.from).slice(0, 10) ? "" : wallOf(target.until).slice(0, 10),
  place: target.space,
});

const ask = (target) => {
  const asked = held;
  clearTimeout(asked.waiting);
  asked.question?.abort();
  asked.waiting = setTimeout(async () => {
    asked.question = new AbortController();
    try {
      const answer = await fetch("/desk/sessions/" + asked.card.dataset.session + "/move/check", {
        method: "POST", body: new URLSearchParams(fields(target)), headers: { "HX-Request": "true" }, signal: asked.question.signal });
      const words = answer.ok ? await answer.text() : "";
      if (held === asked) asked.bubble.querySelector(".words").innerHTML = words;
    } catch (stopped) { /* it is held elsewhere by now */ }
  }, 120);
};

const show = (target, x, y) => {
  const { bubble, shade } = held;
  shade.hidden = target === null;
  if (target === null) return;
  Object.assign(shade.style, { left: target.box.left + "px", top: target.box.top + "px", width: target.box.width + "px", height: target.box.height + "px" });
  bubble.hidden = false;
  bubble.querySelector("b").textContent = clockOf(target.from) + "–" + clockOf(target.until);
  const right = x + 340 > innerWidth;
  Object.assign(bubble.style, { left: (right ? Math.max(0, x - 330) : x + 16) + "px", top: Math.min(y + 16, innerHeight - 140) + "px" });
};

const same = (one, other) => one !== null && other !== null && one.from === other.from && one.until === other.until && one.space === other.space;

// Near an edge what is below or above comes nearer, as long as it is held there.
const EDGE = 48;
const roll = () => {
  if (!held || !held.begun) return;
  const box = held.scroll.getBoundingClientRect();
  const by = held.at.y > Math.min(box.bottom, innerHeight) - EDGE ? 8 : held.at.y < Math.max(box.top, 0) + EDGE ? -8 : 0;
  const before = held.scroll.scrollTop;
  held.scroll.scrollTop += by;
  if (held.scroll.scrollTop !== before) point();
  else scrollBy(0, by);
  requestAnimationFrame(roll);
};
const point = () => {
  const target = aim(held.at.x, held.at.y);
  if (target && !same(target, held.target)) ask(target);
  held.target = target;
  show(target, held.at.x, held.at.y);
};

const letGo = () => {
  if (!held) return;
  clearTimeout(held.waiting);
  held.question?.abort();
  held.card.classList.remove("held");
  held.bubble.hidden = true;
  held.shade.hidden = true;
  document.documentElement.classList.remove("holding");
  held = null;
};

document.addEventListener("pointerdown", (event) => {
  const card = event.target.closest("[data-own] .slot[data-session]");
  if (!card || event.button !== 0 || event.pointerType === "touch" || "off" in card.dataset || !card.dataset.space) return;
  const board = card.closest("#board");
  const edge = card.getBoundingClientRect().bottom - event.clientY;
  const scroll = board.closest(".scroll");
  const bubble = document.querySelector("#bubble");
  bubble.innerHTML = "<b></b><div class=\"words\"></div>";
  held = { card, board, scroll, scrolledTo: scroll.scrollTop, x: event.clientX, y: event.clientY, begun: false, target: null, bubble,
    shade: document.querySelector("#shade"), stretching: board.dataset.board === "day" && edge >= 0 && edge < 9 };
});
document.addEventListener("pointermove", (event) => {
  if (!held) return;
  if (!held.begun && Math.hypot(event.clientX - held.x, event.clientY - held.y) < 6) return;
  if (!held.begun) {
    held.begun = true;
    held.card.classList.add("held");
    document.documentElement.classList.add("holding");
    requestAnimationFrame(roll);
  }
  event.preventDefault();
  held.at = { x: event.clientX, y: event.clientY };
  point();
});
document.addEventListener("pointerup", () => {
  if (!held) return;
  const { begun, target, card } = held;
  const there = { from: minutesOf(card.dataset.from), until: minutesOf(card.dataset.until), space: card.dataset.space };
  if (begun && target && !same(target, there)) {
    const mover = document.querySelector("#mover");
    Object.entries(fields(target)).forEach(([name, value]) => { mover.elements[name].value = value; });
    mover.dataset.session = card.dataset.session;
    window.htmx.trigger(mover, "moved");
  }
  if (begun) {
    // The click that ends a drag opens nothing.
    const swallow = (click) => { click.preventDefault(); click.stopPropagation(); };
    addEventListener("click", swallow, { capture: true, once: true });
    setTimeout(() => removeEventListener("click", swallow, { capture: true }), 50);
  }
  letGo();
});
document.addEventListener("pointercancel", letGo);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") letGo();
});
document.addEventListener("htmx:configRequest", (event) => {
  const mover = event.detail.elt;
  if (mover.id === "mover") event.detail.path = "/desk/sessions/" + mover.dataset.session + "/move";
});
// Nothing moves under the pointer: a board that is held is not put in anew.
document.addEventListener("htmx:beforeRequest", (event) => {
  if (held && event.detail.elt.id === "board") event.preventDefault();
});
document.addEventListener("htmx:beforeSwap", (event) => {
  if (held && event.detail.elt.id === "board") event.detail.shouldSwap = false;
});
document.addEventListener("htmx:afterSettle", (event) => {
  const moved = document.querySelector("#mover[data-session]");
  if (moved && event.detail.elt.id === "board") {
    document.querySelector("#s-" + CSS.escape(moved.dataset.session))?.focus({ preventScroll: true });
    delete moved.dataset.session;
  }
});

// The arrows go from field to field.
document.addEventListener("keydown", (event) => {
  const steps = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
  const step = steps[event.key];
  const at = event.target.closest("#board td a, #board td button");
  if (!step || !at || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  const here = at.getBoundingClientRect();
  const x = (here.left + here.right) / 2;
  const y = (here.top + here.bottom) / 2;
  let next = null;
  let least = Infinity;
  document.querySelectorAll("#board td a, #board td button").forEach((one) => {
    const box = one.getBoundingClientRect();
    const dx = (box.left + box.right) / 2 - x;
    const dy = (box.top + box.bottom) / 2 - y;
    const ahead = dx * step[0] + dy * step[1];
    const aside = Math.abs(dx * step[1]) + Math.abs(dy * step[0]);
    if (one !== at && ahead > 4 && ahead + 3 * aside < least) {
      least = ahead + 3 * aside;
      next = one;
    }
  });
  next?.focus();
});
