export { createEvmAccess, type EvmAccessParts } from "./access.ts";
export { type EndpointProbe, probeEndpoint } from "./probe.ts";
