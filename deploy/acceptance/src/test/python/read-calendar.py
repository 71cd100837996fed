# Reads a calendar as a subscriber with the Debian packages python3-icalendar and python3-recurring-ical-events would, and
# prints a line for each session: identifier, start and end in UTC, SEQUENCE, STATUS. What the calendar says of its
# time zones must agree with the zones that this machine knows.
import sys
import urllib.request
from datetime import datetime, timedelta, timezone

import icalendar
import recurring_ical_events

address = sys.argv[1]
with urllib.request.urlopen(address, timeout=30) as answer:
    kind = answer.headers["Content-Type"]
    text = answer.read()
if not kind.startswith("text/calendar"):
    sys.exit(f"It is of the type {kind}")
calendar = icalendar.Calendar.from_ical(text)
zones = {str(zone["TZID"]): zone.to_tz() for zone in calendar.walk("VTIMEZONE")}


def in_utc(moment):
    return moment.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


for event in calendar.walk("VEVENT"):
    for time in event["DTSTART"], event["DTEND"]:
        if "TZID" in time.params:
            described = zones[time.params["TZID"]].localize(time.dt.replace(tzinfo=None))
            if described != time.dt:
                sys.exit(f"{time.params['TZID']}: {time.dt} here is {described} by the calendar")

now = datetime.now(timezone.utc)
for event in recurring_ical_events.of(calendar).between(now - timedelta(days=60), now + timedelta(days=3650)):
    print(
        str(event["UID"]).split("@")[0],
        in_utc(event["DTSTART"].dt),
        in_utc(event["DTEND"].dt),
        event["SEQUENCE"],
        event["STATUS"],
    )
