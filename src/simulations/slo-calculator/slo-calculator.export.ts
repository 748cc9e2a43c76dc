import { toOpenSlo } from '../../slo/openslo.js';
import { toPrometheusRules } from '../../slo/prometheus-rules.js';
import type { SloDefinition } from '../../slo/slo-definition.js';
import { toSloth } from '../../slo/sloth.js';

const WRITERS: ReadonlyMap<string, (definition: SloDefinition) => string> = new Map([
  ['prometheus', toPrometheusRules],
  ['sloth', toSloth],
  ['openslo', toOpenSlo],
]);

/** The files of rules, by the words that `rules-format` and `exportData` take. */
export const RULE_FORMATS: readonly string[] = [...WRITERS.keys()];

/** The objective as a file of rules; undefined for a format that is none. */
export function exportRules(format: string, definition: SloDefinition): string | undefined {
  return WRITERS.get(format)?.(definition);
}

/** The numbers among `fields`, in SI units, a row each: `name,value`. */
export function toCsv(fields: Readonly<Record<string, unknown>>): string {
  const rows = Object.entries(fields).filter(([, value]) => typeof value === 'number');
  return ['name,value', ...rows.map((row) => row.join(','))].join('\r\n');
}
