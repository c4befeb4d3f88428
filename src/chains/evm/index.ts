export { createEvmAccess } from "./access.ts";
export { probeEndpoint } from "./probe.ts";
