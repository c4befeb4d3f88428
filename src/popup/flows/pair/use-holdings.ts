import { useCallback, useEffect, useRef, useState } from "react";
import type { Address } from "../../../core/account/account.ts";
import { type ErrorReport, errorReport } from "../../../core/errors/index.ts";
import type { AddressHoldings } from "../../../messages/popup/devices.ts";
import type { Output } from "../../../messages/popup/index.ts";
import { usePage } from "../../data/page-context.ts";

/** What was read of one address. */
export interface Looked {
  /** When, in seconds since 1970. */
  at: number;
  read: readonly AddressHoldings[];
  failed: Output<"devices.look">["failed"];
}

export interface ReadHoldings {
  of(address: Address): Looked | undefined;
  busy: boolean;
  /** Nothing at all could be asked. */
  error: ErrorReport | undefined;
  /** Reads all shown addresses anew. */
  refresh(): void;
}

/** Addresses that one request may name. */
const atOnce = 10;

const own = (address: string): string => address.toLowerCase();

/** Reads what `addresses` hold, once for each; those that come together are asked for together. */
export function useHoldings(addresses: readonly Address[]): ReadHoldings {
  const { send } = usePage();
  const [looked, setLooked] = useState<ReadonlyMap<string, Looked>>(() => new Map());
  const [under, setUnder] = useState(0);
  const [error, setError] = useState<ErrorReport>();
  const asked = useRef(new Set<string>());

  const look = useCallback(
    async (some: readonly Address[]): Promise<void> => {
      if (some.length === 0) return;
      for (const each of some) asked.current.add(own(each));
      setUnder((count) => count + 1);
      setError(undefined);
      try {
        for (let first = 0; first < some.length; first += atOnce) {
          const part = some.slice(first, first + atOnce);
          const { read, failed } = await send("devices.look", { addresses: part });
          const at = Math.floor(Date.now() / 1000);
          setLooked((last) => {
            const next = new Map(last);
            for (const each of part) {
              next.set(own(each), { at, read: read.filter((one) => own(one.address) === own(each)), failed });
            }
            return next;
          });
        }
      } catch (thrown) {
        setError(errorReport(thrown, "devices.look"));
      } finally {
        setUnder((count) => count - 1);
      }
    },
    [send],
  );

  const wanted = addresses.join(" ");
  useEffect(() => {
    const some = (wanted === "" ? [] : wanted.split(" ")) as Address[];
    void look(some.filter((each) => !asked.current.has(own(each))));
  }, [wanted, look]);

  return {
    of: (address) => looked.get(own(address)),
    busy: under > 0,
    error,
    refresh: () => void look(addresses),
  };
}
