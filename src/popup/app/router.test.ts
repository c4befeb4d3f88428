import { expect, it } from "vitest";
import { parseRoute, routeTo } from "./router.ts";
import { surfaceOf } from "./surface.ts";

it("reads what it writes", () => {
  const route = parseRoute(routeTo("accounts/a1", { from: "list & more", none: undefined }));
  expect(route.segments).toEqual(["accounts", "a1"]);
  expect(route.params.get("from")).toBe("list & more");
  expect(route.params.has("none")).toBe(false);
});

it.each(["", "#", "#/", "#portfolio"])("takes %j for the first screen", (hash) => {
  expect(parseRoute(hash).segments).toEqual([]);
});

it("keeps a segment that is not valid percent-encoding as it is", () => {
  expect(parseRoute("#/operation/%E0%A4%A").segments).toEqual(["operation", "%E0%A4%A"]);
});

it("knows its window by the file name", () => {
  expect(surfaceOf("/popup.html")).toBe("popup");
  expect(surfaceOf("/confirm.html")).toBe("confirm");
  expect(surfaceOf("/tab.html")).toBe("tab");
});
