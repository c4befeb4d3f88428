import styles from "./Sparkline.module.css";

export interface SparklineProps {
  /** Values at even distances, for drawing alone: two at least to see anything. */
  readonly points: readonly number[];
  /** What the line says, in words. */
  readonly label: string;
  readonly height?: number | undefined;
  /** Words at the ends of the time axis. */
  readonly start?: string | undefined;
  readonly end?: string | undefined;
}

const WIDTH = 100;
const HEIGHT = 32;
const EDGE = 2;

/** The line through `points`, scaled to the box; a flat series lies in the middle. */
export function sparklinePath(points: readonly number[]): string {
  const low = Math.min(...points);
  const span = Math.max(...points) - low;
  return points
    .map((point, index) => {
      const x = (index / Math.max(1, points.length - 1)) * WIDTH;
      const share = span === 0 ? 0.5 : (point - low) / span;
      const y = HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE);
      return `${index === 0 ? "M" : "L"}${x.toFixed(2)} ${y.toFixed(2)}`;
    })
    .join("");
}

/** A small line chart without axes. The figures it stands for belong beside it, as text. */
export function Sparkline({ points, label, height = 48, start, end }: SparklineProps) {
  if (points.length < 2) return null;
  const line = sparklinePath(points);
  return (
    <figure className={styles.figure}>
      <svg
        className={styles.chart}
        role="img"
        aria-label={label}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        style={{ blockSize: height }}
      >
        <path className={styles.area} d={`${line}V${HEIGHT}H0Z`} />
        <path className={styles.line} d={line} />
      </svg>
      {(start || end) && (
        <figcaption className={styles.axis}>
          <span>{start}</span>
          <span>{end}</span>
        </figcaption>
      )}
    </figure>
  );
}
