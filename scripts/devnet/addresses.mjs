/**
 * Where the development chain's contracts lie: mainnet's addresses, and two of our own for the demo vault and the
 * lending pool. Sources: Lido's deployed-contracts page, Chainlink's, Multicall3's and Permit2's published deployments.
 */
export const ADDRESSES = Object.freeze({
  steth: "0xae7ab96520DE3A18E5e111B5EaAb095312D7fE84",
  wsteth: "0x7f39C581F595B53c5cb19bD0b3f8dA6c935E2Ca0",
  withdrawalQueue: "0x889edC2eDab5f40e902b864aD4d7AdE8E412F9B1",
  locator: "0xC1d0b3DE6792Bf6b4b37EccdcC24e45978Cfd2Eb",
  wstethStaker: "0xa88f0329C2c4ce51ba3fc619BBf44efE7120Dd0d",
  multicall3: "0xcA11bde05977b3631167028862bE2a173976CA11",
  weth: "0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2",
  ethUsdFeed: "0x5f4eC3Df9cbd43714FE2740f5E3616155c5b8419",
  stethEthFeed: "0x86392dC19c0b719886221c78AB11eb8Cf5c52812",
  stethUsdFeed: "0xCfE54B5cD566aB89272946F602D76Ea879CAb4a8",
  loch: "0x000000000000000000000000000000000010C4e7",
  permit2: "0x000000000022D473030F116dDEE9F6B43aC78BA3",
  tarn: "0xBF9606a8Ba267606973F037f48119C5bb85B33e8",
});

/** Pulls the levers: Lido's Accounting contract, impersonated. */
export const OPERATOR = "0x23ED611be0e1a820978875C0122F92260804cdDf";

/** All who held stETH before the story begins; also the owner of the older withdrawal requests. */
export const OTHER_HOLDERS = "0x00000000000000000000000000000000DeaDBeef";

/** Deployed the lending pool as its first transaction, which is what the pool's address follows from. */
export const POOL_DEPLOYER = "0x00000000000000000000000000000000007a2201";
