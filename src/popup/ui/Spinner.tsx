import styles from "./Spinner.module.css";

/** A turning ring beside a text that says what is going on; a still one where motion is unwanted. */
export function Spinner() {
  return <span className={styles.spinner} aria-hidden="true" />;
}
