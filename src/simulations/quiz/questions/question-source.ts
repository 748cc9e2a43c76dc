import { questionOf } from './own-markup.js';
import {
  LONGEST_JSON,
  readQuestions,
  readQuestionsJson,
  type OwnQuestions,
  type Refusal,
} from './own-questions.model.js';
import type { Question } from '../quiz.model.js';

/** What an author gave and cannot be used, and where. */
export interface Refused extends Refusal {
  readonly setting: 'questions' | 'src';
  readonly given: unknown;
}

/** One way in which an author can give questions. What cannot be used leaves there what was there before. */
class Origin {
  questions: readonly Question[] | undefined;
  refused: Refused | undefined;
  readonly #setting: Refused['setting'];

  constructor(setting: Refused['setting']) {
    this.#setting = setting;
  }

  take(read: OwnQuestions, given: unknown): void {
    if (read.ok) this.questions = read.questions;
    this.refused = read.ok ? undefined : { ...read.refusal, setting: this.#setting, given };
  }

  clear(): void {
    this.questions = undefined;
    this.refused = undefined;
  }
}

/** An author's own questions: from a script, an address, or what stands between the tags, in this order. */
export class QuestionSource {
  readonly #host: HTMLElement;
  readonly #changed: () => void;
  readonly #property = new Origin('questions');
  readonly #file = new Origin('src');
  readonly #children = new Origin('questions');
  #observer: MutationObserver | undefined;
  #address = '';
  /** Whether the file at the address has not been read yet. */
  #isUnread = false;
  #fetching: AbortController | undefined;
  /** What was read last; undefined before the page is there. */
  #written: string | undefined;

  constructor(host: HTMLElement, changed: () => void) {
    this.#host = host;
    this.#changed = changed;
  }

  get #origins(): Origin[] {
    return [this.#property, this.#file, this.#children];
  }

  /** Undefined where the author gave none, so that the lesson's are asked; empty where none can be asked. */
  get questions(): readonly Question[] | undefined {
    const { questions } = this.#origins.find((origin) => origin.questions) ?? {};
    return questions ?? (this.isWaiting || this.#file.refused || this.#children.refused ? [] : undefined);
  }

  get refused(): Refused | undefined {
    return this.#origins.find(({ refused }) => refused)?.refused;
  }

  /** Questions may still come: the page is being read, or a file is. */
  get isWaiting(): boolean {
    return (
      !this.#origins.some(({ questions, refused }) => questions ?? refused) &&
      (this.#isUnread || this.#host.ownerDocument.readyState === 'loading')
    );
  }

  start(): void {
    const { ownerDocument } = this.#host;
    this.#observer = new MutationObserver(() => this.#readChildren());
    this.#observer.observe(this.#host, {
      childList: true,
      subtree: true,
      characterData: true,
      attributeFilter: ['data-right', 'slot', 'type'],
    });
    ownerDocument.addEventListener('DOMContentLoaded', this.#readChildren);
    this.#readChildren();
  }

  stop(): void {
    this.#observer?.disconnect();
    this.#host.ownerDocument.removeEventListener('DOMContentLoaded', this.#readChildren);
    this.want('');
    this.#changed();
  }

  /** What a script gives; nothing takes back what it gave. */
  give(value: unknown): void {
    if (value === undefined || value === null) this.#property.clear();
    else this.#property.take(readQuestions(value), value);
    this.#changed();
  }

  /** Sets the address of a file of questions, which `begin` fetches; empty for none. */
  want(address: string): void {
    if (address === this.#address) return;
    this.#address = address;
    this.#fetching?.abort();
    this.#fetching = undefined;
    this.#isUnread = address !== '';
    if (!address) this.#file.clear();
  }

  /** Fetches the wanted file. The only thing that asks the network, and only for an address that the author gave. */
  begin(): void {
    const address = this.#address;
    if (!this.#isUnread || this.#fetching) return;
    const fetching = new AbortController();
    this.#fetching = fetching;
    void readFile(address, fetching.signal).then((read) => {
      if (fetching.signal.aborted) return;
      this.#fetching = undefined;
      this.#isUnread = false;
      this.#file.take(read, address);
      this.#changed();
    });
  }

  readonly #readChildren = (): void => {
    const host = this.#host;
    // Of a page that is still being read, only the first of them may be there.
    if (host.ownerDocument.readyState === 'loading') return;
    const json = host.querySelector(':scope > script[type="application/json"]')?.textContent?.trim();
    const sections = json ? [] : [...host.querySelectorAll(':scope > section:not([slot])')].map(questionOf);
    const written = json || (sections.length ? JSON.stringify(sections) : '');
    if (written === this.#written) return;
    this.#written = written;
    if (json) this.#children.take(readQuestionsJson(json), json);
    else if (sections.length) this.#children.take(readQuestions(sections), written);
    else this.#children.clear();
    this.#changed();
  };
}

async function readFile(address: string, signal: AbortSignal): Promise<OwnQuestions> {
  try {
    const response = await fetch(address, { signal, credentials: 'same-origin' });
    const isTooLarge = Number(response.headers.get('content-length') ?? 0) > LONGEST_JSON * 4;
    if (response.ok && !isTooLarge) return readQuestionsJson(await response.text());
    return { ok: false, refusal: { why: isTooLarge ? 'too-large' : 'unreachable', question: 0 } };
  } catch {
    return { ok: false, refusal: { why: 'unreachable', question: 0 } };
  }
}
