import type { Address } from "../../account/account.ts";
import { sameAddress } from "../../account/address.ts";
import type { OrderItem, OrderMeaning } from "./meaning.ts";

/** Seaport 1.1, 1.4, 1.5 and 1.6 (github.com/ProjectOpenSea/seaport, same address on every network). */
export const seaportAddresses: readonly Address[] = [
  "0x00000000006c3852cbEf3e08E8dF289169EdE581",
  "0x00000000000001ad428e4906aE43D8F9852d0dD6",
  "0x00000000000000ADc04C56Bf30aC9d3c0aAF14dC",
  "0x0000000000000068F116a894984e2DB1123eB395",
];

const offerItem =
  "OfferItem(uint8 itemType,address token,uint256 identifierOrCriteria,uint256 startAmount,uint256 endAmount)";
const considerationItem =
  "ConsiderationItem(uint8 itemType,address token,uint256 identifierOrCriteria,uint256 startAmount,uint256 endAmount,address recipient)";
const orderComponents =
  "OrderComponents(address offerer,address zone,OfferItem[] offer,ConsiderationItem[] consideration,uint8 orderType,uint256 startTime,uint256 endTime,bytes32 zoneHash,uint256 salt,bytes32 conduitKey,uint256 counter)";

/** EIP-712's encodeType of an order. */
export const orderType = `${orderComponents}${considerationItem}${offerItem}`;
/** What stands behind the bulk order's own fields, which differ by the height of its tree. */
export const bulkOrderRest = `${considerationItem}${offerItem}${orderComponents}`;

interface Item {
  itemType: bigint;
  token: Address;
  identifierOrCriteria: bigint;
  startAmount: bigint;
  endAmount: bigint;
  recipient?: Address;
}

export interface Order {
  offerer: Address;
  offer: readonly Item[];
  consideration: readonly Item[];
  endTime: bigint;
}

/** Types: 0 native, 1 ERC-20, 2 and 3 an item, 4 and 5 any item that fits a criterion. Amounts move from start to end with time. */
function itemOf(item: Item, amount: bigint): OrderItem {
  const token = item.itemType === 0n ? "native" : item.token;
  const isOneItem = item.itemType === 2n || item.itemType === 3n;
  return { token, amount, ...(isOneItem && { id: item.identifierOrCriteria }) };
}

const larger = (one: bigint, other: bigint): bigint => (one > other ? one : other);
const smaller = (one: bigint, other: bigint): bigint => (one < other ? one : other);

/** The most that may leave and the least that must come in to the one who offers. */
export function meaningOfOrder(order: Order, market: Address): OrderMeaning {
  const own = order.consideration.filter((item) => sameAddress(item.recipient ?? "", order.offerer));
  return {
    kind: "order",
    market,
    gives: order.offer.map((item) => itemOf(item, larger(item.startAmount, item.endAmount))),
    gets: own.map((item) => itemOf(item, smaller(item.startAmount, item.endAmount))),
    until: order.endTime,
  };
}

/** The orders in a bulk order's tree; those that offer nothing fill it up and mean nothing. */
export function ordersInTree(tree: unknown): Order[] {
  if (Array.isArray(tree)) return tree.flatMap(ordersInTree);
  const order = tree as Order;
  return order.offer.length > 0 ? [order] : [];
}
