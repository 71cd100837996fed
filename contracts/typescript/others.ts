// The two other services: what is always sent needs no question mark.
import type { components as Catalogue } from "./catalogue-service";
import type { components as Centre } from "./centre-service";

export const centreIds = (page: Centre["schemas"]["CentrePage"]): string[] => page.items.map((centre) => centre.id);
export const recordIds = (page: Catalogue["schemas"]["RecordPage"]): string[] => page.items.map((record) => record.id);
