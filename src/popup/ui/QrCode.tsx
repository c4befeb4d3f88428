import { useMemo } from "react";
import { encode } from "uqr";
import styles from "./QrCode.module.css";

export interface QrCodeProps {
  readonly value: string;
  /** What it holds, in words. */
  readonly label: string;
  /** Edge length in CSS pixels; 200 unless told. */
  readonly size?: number | undefined;
}

/** A QR code, dark on white in both themes since many scanners read nothing else. */
export function QrCode({ value, label, size = 200 }: QrCodeProps) {
  const code = useMemo(() => {
    const { data, size: modules } = encode(value, { border: 3, ecc: "M" });
    const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
    return { path, modules };
  }, [value]);
  return (
    <svg
      className={styles.code}
      role="img"
      aria-label={label}
      width={size}
      height={size}
      viewBox={`0 0 ${code.modules} ${code.modules}`}
      shapeRendering="crispEdges"
    >
      <path d={code.path} />
    </svg>
  );
}
