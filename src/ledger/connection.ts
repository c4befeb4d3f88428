import { DeviceManagementKitBuilder, DeviceModelId } from "@ledgerhq/device-management-kit";
import { type SignerEth, SignerEthBuilder } from "@ledgerhq/device-signer-kit-ethereum";
import type { WebHidTransport } from "@ledgerhq/device-transport-kit-web-hid";
import { filter, firstValueFrom } from "rxjs";
import type { DeviceModel } from "../core/device/device.ts";
import { WeirError } from "../core/errors/index.ts";
import { noContext } from "./context.ts";
import { deviceOf, type Hid, type HidDevice } from "./hid.ts";
import { type Line, openLine, type Patience } from "./line.ts";
import type { StatusWord } from "./status-words.ts";
import { watchedTransport } from "./transport.ts";

const modelNames: Readonly<Record<DeviceModelId, DeviceModel>> = {
  [DeviceModelId.NANO_S]: "nanoS",
  [DeviceModelId.NANO_SP]: "nanoSP",
  [DeviceModelId.NANO_X]: "nanoX",
  [DeviceModelId.STAX]: "stax",
  [DeviceModelId.FLEX]: "flex",
  [DeviceModelId.APEX]: "apex",
};

/** One open HID device, with the library above it. */
export interface Connection {
  readonly model: DeviceModel;
  readonly line: Line;
  readonly signer: SignerEth;
  /** Resolves when the device left the bus. */
  readonly left: Promise<void>;
  /** From now on its leaving is no error: the app is about to change. */
  mayLeave(): void;
  /** One command of this layer's own. Rejects what ends the line. */
  ask(apdu: Uint8Array): Promise<{ status: StatusWord; data: Uint8Array }>;
  /** Gives the device back to other programs. Never rejects. */
  close(): Promise<void>;
}

export interface Surroundings {
  hid: Hid;
  patience: Patience;
  ownChannels: Set<number>;
}

/**
 * Opens the device. `begun` is told of the line and of how to close before anything can take time. Rejects device/busy
 * when the browser cannot open it, and what ends the line.
 */
export async function connect(
  { hid, patience, ownChannels }: Surroundings,
  device: HidDevice,
  begun: (line: Line, close: () => Promise<void>) => void,
): Promise<Connection> {
  const line = openLine(patience, ownChannels);
  let transport: WebHidTransport | undefined;
  let opening: Promise<unknown> = Promise.resolve();
  let leaving = false;
  let hasLeft: () => void = () => undefined;
  const left = new Promise<void>((resolve) => {
    hasLeft = resolve;
  });
  // The library waits six seconds for a device to come back before it says that it is gone.
  const onDisconnect = (event: Event) => {
    if (deviceOf(event) !== device) return;
    hasLeft();
    if (!leaving) line.end(new WeirError("device/unplugged", {}));
  };
  hid.addEventListener("disconnect", onDisconnect);

  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= (async () => {
      hid.removeEventListener("disconnect", onDisconnect);
      line.end(new WeirError("device/cancelled", {}));
      // A device that is still being opened would stay open.
      await Promise.race([opening.catch(() => undefined), pause(patience.answer)]);
      transport?.destroy();
      await device.close().catch(() => undefined);
    })();
    return closing;
  };
  begun(line, close);

  const tooLong = setTimeout(() => line.end(new WeirError("device/silent", {})), patience.answer * 2);
  try {
    const dmk = new DeviceManagementKitBuilder()
      .addTransport(
        watchedTransport(
          line,
          (made) => {
            transport = made;
          },
          (attempt) => {
            opening = attempt;
          },
        ),
      )
      .build();
    const [discovered] = await line.within(
      firstValueFrom(dmk.listenToAvailableDevices({}).pipe(filter((devices) => devices.length > 0))),
    );
    if (discovered === undefined) throw new WeirError("device/not-found", {});
    const sessionId = await line.within(
      dmk
        .connect({ device: discovered, sessionRefresherOptions: { isRefresherDisabled: true } })
        .catch((error: unknown) => {
          throw new WeirError("device/busy", {}, { cause: error });
        }),
    );
    return {
      model: modelNames[discovered.deviceModel.model],
      line,
      left,
      signer: new SignerEthBuilder({ dmk, sessionId }).withContextModule(noContext).build(),
      mayLeave() {
        leaving = true;
      },
      async ask(apdu) {
        const { statusCode, data } = await line.within(
          dmk.sendApdu({ sessionId, apdu }).catch((error: unknown) => {
            throw new WeirError("device/unplugged", {}, { cause: error });
          }),
        );
        return { status: (statusCode[0] ?? 0) * 256 + (statusCode[1] ?? 0), data };
      },
      close,
    };
  } finally {
    clearTimeout(tooLong);
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
