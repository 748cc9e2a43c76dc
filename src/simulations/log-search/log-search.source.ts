import { fileCorpus, shopCorpus, type Clock, type Corpus } from './corpus.model.js';
import { MOST_BYTES } from './log-search.settings.js';

/** Why a file is not read: the key of the sentence that says so. */
export type FileProblem = 'tooLarge' | 'unreadable';

// Elements on a page that show the same log share it: it can be a hundred megabytes, and is made in seconds.
const made = new Map<string, WeakRef<Corpus>>();

/** Where the log comes from: the simulated shop, or a file or lines of the reader's own. */
export class LogSource {
  /** The reader's own log: what it is called, and its text. */
  #own: { readonly name: string; readonly text: string } | undefined;
  #ownCount = 0;
  problem: FileProblem | undefined;
  /** Resolves when no file is being read any more. */
  reading: Promise<void> = Promise.resolve();
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** The name of the reader's file; undefined while the log is the shop's. */
  get ownName(): string | undefined {
    return this.#own?.name;
  }

  /** Tells one log from another. */
  key(lines: string): string {
    return this.#own ? `own ${this.#ownCount}` : `shop ${lines}`;
  }

  *make(lines: string, now: Clock): Generator<number, Corpus> {
    if (this.#own) return yield* fileCorpus(this.#own.text, now);
    const known = made.get(lines)?.deref();
    if (known) return known;
    const corpus = yield* shopCorpus(Number(lines), now);
    made.set(lines, new WeakRef(corpus));
    return corpus;
  }

  open(file: File): void {
    this.reading = this.#read(file);
  }

  async #read(file: File): Promise<void> {
    this.problem = undefined;
    try {
      if (file.size > MOST_BYTES) this.problem = 'tooLarge';
      else this.take(file.name, await file.text());
    } catch {
      this.problem = 'unreadable';
    }
    this.#changed();
  }

  take(name: string, text: string): void {
    this.problem = undefined;
    this.#own = { name, text };
    this.#ownCount++;
    this.#changed();
  }

  backToShop(): void {
    this.problem = undefined;
    this.#own = undefined;
    this.#changed();
  }
}
