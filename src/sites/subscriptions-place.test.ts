import { expect, it } from "vitest";
import { filterIdOf, idOf } from "./subscriptions-place.ts";

it("gives filters ids that are quantities: one hash in sixteen begins with a zero", () => {
  const places = Array.from({ length: 200 }, (_, number) => ({ channel: "a", number }));
  expect(places.some((place) => idOf(place).startsWith("0x0"))).toBe(true);
  const ids = places.map(filterIdOf);
  expect(ids.filter((id) => !/^0x[1-9a-f][0-9a-f]*$/.test(id))).toEqual([]);
  expect(new Set(ids).size).toBe(200);
});
