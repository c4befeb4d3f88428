import styles from "./AddressText.module.css";
import { classNames } from "./classNames.ts";

export interface AddressTextProps {
  /** As it shall be read, with its checksum's upper and lower case. */
  readonly address: string;
  /** Start and end alone ("0x12ab…ef90"); the whole address on hover and for screen readers. */
  readonly short?: boolean | undefined;
}

/** `address` as its prefix (0x) and groups of four. */
export function addressGroups(address: string): { prefix: string; groups: string[] } {
  const prefix = address.startsWith("0x") ? "0x" : "";
  return { prefix, groups: address.slice(prefix.length).match(/.{1,4}/gu) ?? [] };
}

/**
 * An address to compare by eye: groups of four, the first and the last two emphasised. The gaps are drawn, not
 * written, so that a selection copies the plain address.
 */
export function AddressText({ address, short }: AddressTextProps) {
  const { prefix, groups } = addressGroups(address);
  if (short && groups.length > 3) {
    return (
      <span className={styles.address} title={address} role="img" aria-label={address}>
        {prefix + groups[0]}…{address.slice(-4)}
      </span>
    );
  }
  return (
    <span className={styles.address}>
      {groups.map((group, index) => {
        const edge = index < 2 || index >= groups.length - 2;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a group's place is its identity
          <span key={index} className={classNames(styles.group, edge && styles.edge)}>
            {index === 0 ? prefix + group : group}
          </span>
        );
      })}
    </span>
  );
}
