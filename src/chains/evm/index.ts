export { createEvmAccess, type EvmAccessParts } from "./access.ts";
export { staleAfterSeconds, staleness } from "./freshness.ts";
export { gasCap, gasFloor } from "./gas.ts";
export { type EndpointProbe, probeEndpoint } from "./probe.ts";
