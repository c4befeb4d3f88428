import type { ReactNode } from "react";
import { AddressText } from "../../ui/AddressText.tsx";
import { Identicon } from "../../ui/Identicon.tsx";
import styles from "./review.module.css";

export interface WhoProps {
  readonly address: string;
  readonly label: string | undefined;
  /** Start and end of the address alone. */
  readonly short?: boolean | undefined;
  readonly aside?: ReactNode;
}

/** An account or a recipient: picture, name, address. */
export function Who({ address, label, short, aside }: WhoProps) {
  return (
    <div className={styles.who}>
      <Identicon address={address} />
      <div className={styles.whoText}>
        {label && <span className={styles.whoLabel}>{label}</span>}
        <AddressText address={address} short={short} />
      </div>
      {aside}
    </div>
  );
}
