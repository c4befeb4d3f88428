/** Whoever holds the device: what stands on its screen, and the two buttons. */
export type Answer = "approve" | "refuse";

/** The device lost its power, or its program was left, while something stood on the screen: no answer goes out. */
export class Gone extends Error {}

export class Person {
  /** What is pressed as soon as something stands there; "wait": nothing, until `press`. */
  answerWith: Answer | "wait" = "approve";
  private readonly history: string[][] = [];
  private readonly listeners = new Set<(screen: string[] | undefined) => void>();
  private standing: { lines: string[]; settle: (answer: Answer) => void; gone: () => void } | undefined;

  screen(): string[] | undefined {
    return this.standing && [...this.standing.lines];
  }

  shown(): string[][] {
    return this.history.map((lines) => [...lines]);
  }

  onScreen(listener: (screen: string[] | undefined) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  press(answer: Answer): void {
    if (!this.standing) throw new Error("nothing stands on the device's screen");
    this.standing.settle(answer);
  }

  /** Shows the lines until a button is pressed, in place of what stood there before. Rejects with Gone. */
  async ask(lines: string[]): Promise<Answer> {
    this.leave();
    this.history.push([...lines]);
    let mine: Person["standing"];
    try {
      return await new Promise<Answer>((settle, reject) => {
        mine = { lines, settle, gone: () => reject(new Gone()) };
        this.standing = mine;
        this.tell();
        if (this.answerWith !== "wait") settle(this.answerWith);
      });
    } finally {
      if (this.standing === mine) {
        this.standing = undefined;
        this.tell();
      }
    }
  }

  /** What stands there goes, unanswered. */
  leave(): void {
    const left = this.standing;
    if (!left) return;
    this.standing = undefined;
    left.gone();
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener(this.screen());
  }
}
