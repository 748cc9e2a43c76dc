import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { ObsErrorEvent } from '../../events.js';
import type { FigureText } from '../../i18n/en/figure.js';
import type { Format } from '../../i18n/format.js';
import { note } from './rich-text.js';
import type { SettingValues } from './setting-values.js';

/** The element whose settings are validated. */
export interface ValidationHost extends ReactiveControllerHost, HTMLElement {
  readonly settings: SettingValues;
  readonly figureText: FigureText;
  readonly format: Format;
  /** The reader's name for a setting; empty if it has no field. */
  label(setting: string): string;
  /** Says what is wrong with a value although it can be used; empty if nothing is. */
  validationWarning(setting: string): string;
  announce(message: string, priority?: number): void;
}

/**
 * Keeps what was given to settings and could not be used. Says why beside the field, or under the sentence where no
 * field is drawn, and tells the page with an `obs-error`.
 */
export class Validation implements ReactiveController {
  readonly #host: ValidationHost;
  readonly #invalid = new Map<string, string>();
  /** Settings that were given a value since the last update. */
  readonly #applied = new Set<string>();
  #messages: ReadonlyMap<string, string> = new Map();
  #unplaced: readonly string[] = [];

  constructor(host: ValidationHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Called for each value that was given; `refused` is its text if it cannot be used. */
  applied(setting: string, refused?: string): void {
    this.#applied.add(setting);
    if (refused === undefined) this.#invalid.delete(setting);
    else this.#invalid.set(setting, refused);
  }

  /** Marks a setting's problem as one that the page was told of. */
  acknowledge(setting: string): void {
    this.#applied.delete(setting);
  }

  /** The text that was given and cannot be used; undefined if the value in use is the one that was given. */
  invalidValue(setting: string): string | undefined {
    return this.#invalid.get(setting);
  }

  /** The notes that have no field to stand beside. */
  unplacedNotes(): (TemplateResult | string)[] {
    return this.#unplaced.map((setting) => this.note(setting));
  }

  /** Derives the messages, once for all that is rendered. */
  hostUpdate(): void {
    const host = this.#host;
    const messages = host.settings.names.map((setting): [string, string] => {
      const given = this.#invalid.get(setting);
      return [setting, given === undefined ? host.validationWarning(setting) : this.#explain(setting, given)];
    });
    this.#messages = new Map(messages.filter(([, message]) => message));
  }

  hostUpdated(): void {
    this.#report();
    const unplaced = [...this.#messages.keys()].filter((setting) => !this.#hasField(setting));
    if (unplaced.join() === this.#unplaced.join()) return;
    this.#unplaced = unplaced;
    this.#host.requestUpdate();
  }

  /** What was given, what can be used, what is used instead. */
  #explain(setting: string, given: string): string {
    const { figureText: t, format } = this.#host;
    const expected = this.#host.settings.setting(setting)?.expected(t, format) ?? '';
    const used: unknown = Reflect.get(this.#host, setting);
    const kept = typeof used === 'number' ? format.number(used, 9) : String(used) || '–';
    return t.refused(this.#host.label(setting) || setting, given, expected, kept);
  }

  /** The note about a setting; empty if there is none. */
  note(setting: string): TemplateResult | string {
    const message = this.#messages.get(setting);
    return message ? note(message, 'problem', `note-${setting}`) : '';
  }

  #report(): void {
    const applied = [...this.#applied];
    this.#applied.clear();
    for (const setting of applied) {
      const message = this.#messages.get(setting);
      if (!message) continue;
      const given: unknown = this.#invalid.get(setting) ?? Reflect.get(this.#host, setting);
      this.#host.dispatchEvent(new ObsErrorEvent(setting, given, message));
      this.#host.announce(message, 1);
    }
  }

  #hasField(setting: string): boolean {
    const notes = this.#host.shadowRoot?.querySelectorAll(`#note-${setting}`) ?? [];
    return [...notes].some((note) => !note.closest('.unplaced'));
  }
}
