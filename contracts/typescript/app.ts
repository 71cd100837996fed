// A wall of what is on in Beijing, against the types that openapi-typescript makes of the description. Nothing that is always sent
// is asked for twice, and what may be missing must be; tsc --strict checks both.
import type { components, paths } from "./event-service";

type Query = NonNullable<paths["/v1/schedule"]["get"]["parameters"]["query"]>;
type Page = components["schemas"]["SchedulePage"];

const query: Query = { centre: ["beijing"], kind: ["concert", "workshop"], age: 9, free: true, limit: 20 };

export async function wall(gateway: string): Promise<string[]> {
  const values = Object.entries(query).map(([name, value]) => [name, String(value)]);
  const page = (await (await fetch(`${gateway}/v1/schedule?${new URLSearchParams(values)}`)).json()) as Page;
  return page.items
    .filter((session) => session.status !== "cancelled" && session.places !== "none")
    .map((session) => {
      const price = session.course?.price ?? session.price;
      const title = Object.values(session.title)[0];
      return `${session.localStartsAt} ${title}, ${session.centre.id}${price ? `, ${price.amount} ${price.currency}` : ""}`;
    });
}

// @ts-expect-error a kind that there is not
export const unknownKind: Query = { kind: ["opera"] };
// @ts-expect-error a status that there is not
export const unknownStatus: components["schemas"]["ScheduleView"]["status"] = "postponed";
