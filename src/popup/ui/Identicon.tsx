import { blo } from "blo";
import { useMemo } from "react";
import styles from "./Identicon.module.css";

export interface IdenticonProps {
  readonly address: string;
  /** Edge length in CSS pixels; 32 unless told. */
  readonly size?: number | undefined;
}

/** A picture drawn from an address, the same for every spelling of it. Decoration: the address stands beside it. */
export function Identicon({ address, size = 32 }: IdenticonProps) {
  const source = useMemo(() => blo(`0x${address.toLowerCase().replace(/^0x/, "")}`), [address]);
  return <img className={styles.icon} src={source} alt="" width={size} height={size} />;
}
