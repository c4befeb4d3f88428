import styles from "./Logo.module.css";

export interface LogoProps {
  /** Edge length of the mark in CSS pixels; 28 unless told. */
  readonly size?: number | undefined;
  /** The name beside the mark; without it the mark is decoration. */
  readonly name?: string | undefined;
}

/** The mark: a low dam holding water back, with a notch through which a measured part of it runs off. */
export function Logo({ size = 28, name }: LogoProps) {
  return (
    <span className={styles.logo}>
      <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
        <rect className={styles.ground} width="32" height="32" rx="8" />
        <path
          className={styles.water}
          d="M6 9.5c1.7 0 1.7 1.5 3.3 1.5s1.7-1.5 3.4-1.5 1.6 1.5 3.3 1.5 1.7-1.5 3.3-1.5 1.7 1.5 3.4 1.5S24.3 9.5 26 9.5"
        />
        <path className={styles.dam} d="M6 16h5l2.5 5h5L21 16h5v9H6Z" />
      </svg>
      {name && <span className={styles.name}>{name}</span>}
    </span>
  );
}
