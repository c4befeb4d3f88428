export const ADDRESSES: Readonly<
  Record<
    | "steth"
    | "wsteth"
    | "withdrawalQueue"
    | "locator"
    | "wstethStaker"
    | "multicall3"
    | "weth"
    | "ethUsdFeed"
    | "stethEthFeed"
    | "stethUsdFeed"
    | "loch"
    | "permit2"
    | "tarn",
    string
  >
>;
