export { createEvmAccess, type EvmAccessParts } from "./access.ts";
export { probeEndpoint, probeNetwork } from "./probe.ts";
