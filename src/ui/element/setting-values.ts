import type { LitElement } from 'lit';
import { Setting } from './settings.js';
import type { Validation } from './validation.js';

/** The values of an element's settings: what was given is parsed, and refused at once if it cannot be used. */
export class SettingValues {
  readonly #host: LitElement;
  readonly #validation: Validation;
  readonly #values = new Map<string, unknown>();
  readonly #class: typeof LitElement;

  constructor(host: LitElement, validation: Validation) {
    this.#host = host;
    this.#validation = validation;
    // What `constructor` is in any instance; the language types it as a mere Function.
    this.#class = host.constructor as typeof LitElement;
  }

  /** Every setting's name, the base's first. */
  get names(): readonly string[] {
    return [...this.#class.elementProperties].flatMap(([name, { converter }]) =>
      converter instanceof Setting ? [String(name)] : [],
    );
  }

  /** The setting of this name; undefined if there is none. */
  setting(name: string): Setting | undefined {
    const converter = this.#class.elementProperties.get(name)?.converter;
    return converter instanceof Setting ? converter : undefined;
  }

  get(name: string): unknown {
    return this.#values.get(name);
  }

  /** Gives a value to a setting; null and undefined take it back to its initial value. */
  set(name: string, given: unknown): void {
    const old = this.#values.get(name);
    // The class's own field gives the first value.
    if (!this.#values.has(name)) {
      this.#values.set(name, given);
      return;
    }
    const text = textOf(given);
    const isReset = given === null || given === undefined;
    const value = isReset ? this.initial(name) : text === undefined ? undefined : this.setting(name)?.parse(text);
    if (value === undefined) {
      this.#validation.applied(name, Number.isNaN(given) ? '' : (text ?? ''));
    } else {
      this.#validation.applied(name);
      this.#values.set(name, value);
    }
    this.#host.requestUpdate(name, old);
    // A value that was refused changes what is said, though not what is used.
    this.#host.requestUpdate();
  }

  /** What a setting is while nobody has set it. */
  initial(name: string): unknown {
    return Reflect.get(pristine(this.#class), name);
  }

  /** All of those, by name. */
  get initials(): Readonly<Record<string, unknown>> {
    return Object.fromEntries(this.names.map((name) => [name, this.initial(name)]));
  }
}

/** An element whose properties are settings. */
interface SettingsHost {
  readonly settings: SettingValues;
}

/** Replaces Lit's accessors of a class's own settings by such that refuse what they cannot use. */
export function defineSettings({
  elementProperties,
  prototype,
}: Pick<typeof LitElement, 'elementProperties'> & { readonly prototype: object }): void {
  for (const [name, { converter }] of elementProperties) {
    if (converter instanceof Setting && Object.hasOwn(prototype, name)) {
      Object.defineProperty(prototype, name, settingAccessor(String(name)));
    }
  }
}

function settingAccessor(name: string): PropertyDescriptor & ThisType<SettingsHost> {
  return {
    configurable: true,
    enumerable: true,
    get(): unknown {
      return this.settings.get(name);
    },
    set(given: unknown): void {
      this.settings.set(name, given);
    },
  };
}

const pristineElements = new WeakMap<object, object>();

/** An element that nobody has set: its values are the class's own. */
function pristine(elementClass: typeof LitElement): object {
  let element = pristineElements.get(elementClass);
  if (!element) pristineElements.set(elementClass, (element = Reflect.construct(elementClass, [])));
  return element as object;
}

/** What was given as text; undefined for an object: none is a setting, and `String` may throw on one. */
function textOf(given: unknown): string | undefined {
  const isPlain = typeof given === 'string' || typeof given === 'number' || typeof given === 'boolean';
  return isPlain || typeof given === 'bigint' || typeof given === 'symbol' ? String(given) : undefined;
}
