import type { TransportFactory } from "@ledgerhq/device-management-kit";
import { TransportConnectedDevice } from "@ledgerhq/device-management-kit";
import { WebHidTransport } from "@ledgerhq/device-transport-kit-web-hid";
import { commandKind } from "./commands.ts";
import type { Line } from "./line.ts";

/** Set in the flags of E0 06 once the person answered whether Ledger may check transactions. */
const CHECK_ANSWERED = 0x20;

/**
 * The library's WebHID transport with everything that goes through it under the line's eyes. `opening` is told of the
 * attempt to open the device, `made` of the transport, so that both can be undone.
 */
export function watchedTransport(
  line: Line,
  made: (transport: WebHidTransport) => void,
  opening: (attempt: Promise<unknown>) => void,
): TransportFactory {
  return (args) => {
    const transport = new WebHidTransport(
      args.deviceModelDataSource,
      args.loggerServiceFactory,
      args.apduSenderServiceFactory,
      (options) => {
        const channel = options?.channel?.extract() ?? Uint8Array.of(0, 0);
        line.useChannel((channel[0] ?? 0) * 256 + (channel[1] ?? 0));
        const receiver = args.apduReceiverServiceFactory(options);
        // What the library says of a report that leaves it waiting: a first frame of a longer answer, to a receiver of no use.
        const nothingYet = args
          .apduReceiverServiceFactory(options)
          .handleFrame(Uint8Array.from({ length: 64 }, (_, at) => (at === 2 || at === 5 ? 5 : 0)));
        return { handleFrame: (report) => (line.admits(report) ? receiver.handleFrame(report) : nothingYet) };
      },
    );
    made(transport);
    const connect = transport.connect.bind(transport);
    transport.connect = async (params) => {
      const attempt = connect(params);
      opening(attempt);
      return (await attempt).map(
        (device) =>
          new TransportConnectedDevice({
            ...device,
            sendApdu: async (apdu, triggersDisconnection) => {
              let result: Awaited<ReturnType<typeof device.sendApdu>> | undefined;
              await line.exchange(apdu, async () => {
                result = await device.sendApdu(apdu, triggersDisconnection);
                return result.toMaybe().extract();
              });
              // exchange settles after `send` alone.
              const settled = result as Awaited<ReturnType<typeof device.sendApdu>>;
              return commandKind(apdu) === "configuration" ? settled.map(withCheckAnswered) : settled;
            },
          }),
      );
    };
    return transport;
  };
}

/**
 * On large screens the library has the device ask whether Ledger may check transactions, which needs its servers. They
 * are never asked here, so the question is not put.
 */
function withCheckAnswered<A extends { statusCode: Uint8Array; data: Uint8Array }>(answer: A): A {
  const [flags, ...version] = answer.data;
  if (flags === undefined) return answer;
  return { ...answer, data: Uint8Array.of(flags | CHECK_ANSWERED, ...version) };
}
