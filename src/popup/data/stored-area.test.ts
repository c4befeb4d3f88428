import { describe, expect, it } from "vitest";
import type { KeyValueStore } from "../../core/environment/environment.ts";
import { storedArea } from "./stored-area.ts";

function store(values: Record<string, unknown>, fail = false) {
  let tell: (key: string, value: unknown) => void = () => undefined;
  const reads: string[][] = [];
  const read = async <T>(answer: () => T): Promise<T> => {
    if (fail) throw new Error("cannot read");
    return answer();
  };
  const kept: Partial<KeyValueStore> = {
    getMany: (keys) => {
      reads.push([...keys]);
      return read(() => Object.fromEntries(Object.entries(values).filter(([key]) => keys.includes(key))));
    },
    entries: (prefix) => read(() => Object.entries(values).filter(([key]) => key.startsWith(prefix))),
    onChange: (listener) => {
      tell = listener;
      return () => undefined;
    },
  };
  return {
    area: storedArea(kept as KeyValueStore),
    reads,
    change: (key: string, value: unknown) => tell(key, value),
  };
}

describe("a followed storage area", () => {
  it("reads several keys in one go and tells present from absent", async () => {
    const { area, reads } = store({ accounts: { a: 1 } });
    await area.preload(["accounts", "snapshot:1"]);
    expect(area.peek("accounts")).toEqual({ state: "here", raw: { a: 1 } });
    expect(area.peek("snapshot:1")).toEqual({ state: "absent" });
    expect(reads).toEqual([["accounts", "snapshot:1"]]);
  });

  it("says that a key could not be read, which is not the same as absent", async () => {
    const { area } = store({}, true);
    await area.preload(["accounts"]);
    expect(area.peek("accounts")).toEqual({ state: "unreadable" });
    area.peekPrefix("operation:");
    await new Promise((resolve) => setTimeout(resolve));
    expect(area.peekPrefix("operation:").state).toBe("unreadable");
  });

  it("keeps a change that came while the first read was under way", async () => {
    const { area, change } = store({ accounts: "old" });
    const read = area.preload(["accounts"]);
    change("accounts", "new");
    await read;
    expect(area.peek("accounts")).toEqual({ state: "here", raw: "new" });
  });

  it("follows records under a prefix as they come, change and go", async () => {
    const { area, change } = store({ "operation:1": "a", other: "x" });
    area.peekPrefix("operation:");
    await new Promise((resolve) => setTimeout(resolve));
    let told = 0;
    area.subscribe(() => {
      told += 1;
    });
    change("operation:2", "b");
    change("operation:1", undefined);
    change("other", "y");
    expect(area.peekPrefix("operation:")).toEqual({ state: "here", entries: [["operation:2", "b"]] });
    expect(told).toBe(2);
  });
});
