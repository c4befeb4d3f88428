import type { Account } from "../core/account/account.ts";
import { parseAddress, sameAddress } from "../core/account/address.ts";
import { parseLabel } from "../core/account/label.ts";
import { type Device, firstPath, modelNames } from "../core/device/device.ts";
import { parsePath } from "../core/device/paths.ts";
import { WeirError } from "../core/errors/index.ts";
import type { CommandHandlers } from "../messages/popup/index.ts";
import { addLedger, withoutAccounts } from "./account-book.ts";
import type { Contents } from "./contents.ts";
import { newId } from "./secret-keys.ts";
import type { VaultState } from "./state.ts";

export type DeviceCommands = Pick<
  CommandHandlers,
  "devices.pair" | "devices.add" | "devices.rename" | "devices.remove"
>;

/** The paired Ledger with this id. Rejects with device/unknown. */
function deviceById(contents: Contents, id: string): Device {
  const device = contents.devices.find((one) => one.id === id);
  if (!device) throw new WeirError("device/unknown", {});
  return device;
}

/** The device with `device`'s id replaced by it. */
const withDevice = (contents: Contents, device: Device): Contents => ({
  ...contents,
  devices: contents.devices.map((one) => (one.id === device.id ? device : one)),
});

/**
 * Paired Ledgers and their accounts. What a page says of a device is not believed for long: each signature derives the
 * account's address on the device again.
 */
export function deviceCommands(state: VaultState): DeviceCommands {
  const { random, clock, audit } = state.parts;

  return {
    "devices.pair": async ({ model, firstAddress, firmware, appVersion, label }) => {
      const address = parseAddress(firstAddress);
      const name = label === undefined ? undefined : parseLabel(label);
      const device = await state.change(async (contents) => {
        const known = contents.devices.find((one) => sameAddress(one.firstAddress, address));
        // The firmware is told by the dashboard alone: paired again with the app open, it is as it was.
        const lastFirmware = firmware ?? (known?.model === model ? known.firmware : undefined);
        const device: Device = {
          id: known?.id ?? newId(random),
          label: name ?? known?.label ?? modelNames[model],
          model,
          firstAddress: address,
          pairedAt: clock.nowSeconds(),
          ...(lastFirmware === undefined ? {} : { firmware: lastFirmware }),
          ...(appVersion === undefined ? {} : { appVersion }),
        };
        const changed = known
          ? withDevice(contents, device)
          : { ...contents, devices: [...contents.devices, device] };
        return { contents: changed, result: device };
      });
      await audit("device.paired", { address, model });
      return device;
    },

    "devices.add": async ({ deviceId, accounts }) => {
      const asked = accounts.map(({ address, path, label }) => ({
        address: parseAddress(address),
        path: parsePath(path),
        label,
      }));
      const added = await state.change(async (contents) => {
        const device = deviceById(contents, deviceId);
        const made: Account[] = [];
        let changed = contents;
        for (const { address, path, label } of asked) {
          if (path === firstPath && !sameAddress(address, device.firstAddress)) {
            throw new WeirError("device/wrong-device", { expected: device.firstAddress, found: address });
          }
          const number = changed.accounts.filter(({ kind }) => kind === "ledger").length + 1;
          const one = addLedger(
            changed,
            { address, deviceId, path },
            { id: newId(random), label: label ?? `Ledger ${number}`, nowSeconds: clock.nowSeconds() },
          );
          changed = one.contents;
          made.push(one.account);
        }
        return { contents: changed, result: made };
      });
      for (const { address, kind } of added) await audit("account.added", { address, kind });
      return added;
    },

    "devices.rename": async ({ id, label }) => {
      const name = parseLabel(label);
      await state.change(async (contents) => ({
        contents: withDevice(contents, { ...deviceById(contents, id), label: name }),
        result: undefined,
      }));
      return {};
    },

    "devices.remove": async ({ id }) => {
      const { device, accounts } = await state.change(async (contents) => {
        const device = deviceById(contents, id);
        const accounts = contents.accounts.filter(({ deviceId }) => deviceId === id);
        const rest = withoutAccounts(contents, new Set(accounts.map((account) => account.id)));
        const devices = rest.devices.filter((one) => one.id !== id);
        return { contents: { ...rest, devices }, result: { device, accounts } };
      });
      for (const { address, kind } of accounts) await audit("account.removed", { address, kind });
      await audit("device.removed", { address: device.firstAddress });
      return {};
    },
  };
}
