import styles from "./Skeleton.module.css";

export interface SkeletonProps {
  /** Any CSS length; the whole width unless told. */
  readonly width?: string | undefined;
  readonly height?: string | undefined;
  /** Said to screen readers; without it the shape is silent. */
  readonly label?: string | undefined;
}

/** The place of something that is not known yet. */
export function Skeleton({ width = "100%", height = "1em", label }: SkeletonProps) {
  const meaning = label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label };
  return <span {...meaning} className={styles.skeleton} style={{ inlineSize: width, blockSize: height }} />;
}
