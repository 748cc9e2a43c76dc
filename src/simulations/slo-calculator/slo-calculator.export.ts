import { toOpenSlo } from '../../slo/export/openslo.js';
import { toPrometheusRules } from '../../slo/export/prometheus-rules.js';
import type { SloDefinition } from '../../slo/export/slo-definition.js';
import { toSloth } from '../../slo/export/sloth.js';

const writers = new Map([
  ['prometheus', toPrometheusRules],
  ['sloth', toSloth],
  ['openslo', toOpenSlo],
]);

/** The objective as a file of rules; undefined for a format that is none. */
export function exportRules(format: string, definition: SloDefinition): string | undefined {
  return writers.get(format)?.(definition);
}

/** The numbers among `fields`, in SI units, a row each. */
export function toCsv(fields: object): string {
  const rows = Object.entries(fields).filter(([, value]) => Number.isFinite(value));
  return ['name,value', ...rows].join('\r\n');
}
