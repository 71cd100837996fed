// Lets a wall screen begin again while the network is away: what the network gives is kept, and taken where it gives nothing.
"use strict";
const KEPT = "goldenbridge-screens";
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  if (event.request.method !== "GET" || new URL(event.request.url).origin !== self.location.origin) return;
  event.respondWith(networkFirst(event.request));
});

async function networkFirst(request) {
  const kept = await caches.open(KEPT);
  try {
    const answer = await fetch(request);
    if (answer.ok) await kept.put(request, answer.clone());
    if (answer.status < 500) return answer;
    return (await kept.match(request)) || answer;
  } catch (away) {
    const answer = await kept.match(request);
    if (answer) return answer;
    throw away;
  }
}
