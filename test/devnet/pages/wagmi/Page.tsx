import { useConnect, useConnection, useConnectors, useDisconnect } from "wagmi";
import { Batch } from "./Batch.tsx";
import { Grants } from "./Grants.tsx";
import { Outcome, useOutcome } from "./Outcome.tsx";
import { Position } from "./Position.tsx";
import { Signed } from "./Signed.tsx";

/** A site for the lending pool as a developer with wagmi would write it. */
export function Page() {
  const { address, status, chainId } = useConnection();
  const connectors = useConnectors();
  const { mutateAsync: connect } = useConnect();
  const { mutateAsync: disconnect } = useDisconnect();
  const [outcome, run] = useOutcome();
  return (
    <>
      <h1>Tarn</h1>
      {connectors.map((connector) => (
        <button
          key={connector.uid}
          type="button"
          data-wallet={connector.id}
          onClick={() => run("connect", () => connect({ connector }))}
        >
          Connect {connector.name}
        </button>
      ))}
      <p id="connection">{status}</p>
      <p id="account">{address ?? "none"}</p>
      <p id="chain">{chainId ?? "none"}</p>
      <Outcome {...outcome} />
      {address && (
        <>
          <Position address={address} />
          <Grants address={address} run={run} />
          <Batch address={address} run={run} />
          <Signed address={address} run={run} />
          <button type="button" id="disconnect" onClick={() => run("disconnect", () => disconnect())}>
            Disconnect
          </button>
        </>
      )}
    </>
  );
}
