import type { Corpus } from '../corpus.model.js';
import { isCard, secretIn, type SecretKind } from './secrets.model.js';

/** A field in which something was found that must not be there. */
export interface SecretField {
  readonly field: string;
  readonly kind: SecretKind;
  /** How many different values look like it. */
  readonly count: number;
}

const PAUSE_VALUES = 64;
/** Shorter numbers are no card's. */
const LEAST_CARD = 1e12;

/** Looks at every different value of a log once. Pauses often. */
export function* secretsInStore({ store, fields }: Corpus): Generator<undefined, SecretField[]> {
  const found = new Map<string, SecretField>();
  const add = (field: string, kind: SecretKind | undefined): void => {
    if (kind === undefined) return;
    const key = `${kind} ${field}`;
    found.set(key, { field, kind, count: (found.get(key)?.count ?? 0) + 1 });
  };
  for (const { field } of fields) {
    if (store.isEndless(field)) {
      // Numbers, times and ids: of these only a number can be a card's.
      for (let row = 0; row < store.size; row++) {
        const value = store.value(row, field);
        if (typeof value === 'number' && value >= LEAST_CARD && isCard(String(value))) add(field, 'card');
        if (row % PAUSE_VALUES === 0) yield;
      }
      continue;
    }
    let looked = 0;
    for (const { value } of store.values(field, { limit: Infinity })) {
      add(field, secretIn(field, value));
      if (++looked % PAUSE_VALUES === 0) yield;
    }
  }
  return [...found.values()].sort((a, b) => b.count - a.count);
}
