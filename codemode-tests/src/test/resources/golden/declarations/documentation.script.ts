const ids: string[] = await orders.find({ limit: 5, from: "2026-01-31" });
await orders.delete({ id: ids[0] });
await orders.notes.create({ id: ids[0] });
// @ts-expect-error the name of the property is misspelt
await orders.find({ limt: 5 });
// @ts-expect-error a limit is a number
await orders.find({ limit: "5" });
// @ts-expect-error there is no such operation
await orders.search({ limit: 5 });
export {};
