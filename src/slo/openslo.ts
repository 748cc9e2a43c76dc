import { errorBudgetRatio, isRatio } from './budget.js';
import { decimal } from './numbers.js';
import { withWindow } from './promql.js';
import { periodOf, queriesOf, requestSelector, sliceOf, type SloDefinition } from './slo-definition.js';
import { toYaml, type Yaml } from './yaml.js';

/**
 * An OpenSLO document, openslo/v1, of kind SLO with its indicator inside. Names become DNS labels (RFC 1123) and
 * `displayName` keeps the objective's own. OpenSLO forbids a target of 1 and a slice target of 0: for these, and for no
 * ratio, the document is a comment.
 * @see https://github.com/OpenSLO/OpenSLO#slo
 */
export function toOpenSlo(definition: SloDefinition): string {
  const { service, slo, objective, description, budgetingMethod = 'Occurrences' } = definition;
  const sliceTarget = Number(decimal(definition.sliceTarget ?? objective, 15));
  if (!(errorBudgetRatio(objective) > 0)) {
    return toYaml(undefined, ['OpenSLO needs a target from 0 up to, but not, 1: 100 % leaves no error budget.']);
  }
  if (budgetingMethod === 'Timeslices' && !(isRatio(sliceTarget) && sliceTarget > 0)) {
    return toYaml(undefined, ['OpenSLO needs a slice target above 0 and up to 1.']);
  }
  const name = dnsLabel(`${service}-${slo}`, 'slo');
  const slice = budgetingMethod === 'Occurrences' ? undefined : durationShorthand(sliceOf(definition));
  return toYaml({
    apiVersion: 'openslo/v1',
    kind: 'SLO',
    metadata: { name, displayName: slo || undefined },
    spec: {
      // The specification's limit, in characters.
      description: description ? Array.from(description).slice(0, 1050).join('') : undefined,
      service: dnsLabel(service, 'service'),
      indicator: { metadata: { name }, spec: { ratioMetric: ratioMetric(definition) } },
      timeWindow: [timeWindow(definition)],
      budgetingMethod,
      objectives: [
        {
          target: objective,
          timeSliceTarget: budgetingMethod === 'Timeslices' ? sliceTarget : undefined,
          timeSliceWindow: slice,
        },
      ],
    },
  });
}

function ratioMetric(definition: SloDefinition): Yaml {
  const { service, errorQuery, totalQuery } = definition;
  const prometheus = (query: string): Yaml => ({ metricSource: { type: 'Prometheus', spec: { query } } });
  if (!errorQuery && !totalQuery) {
    return {
      counter: true,
      good: prometheus(`sum(${requestSelector(service, '!~"5.."')})`),
      total: prometheus(`sum(${requestSelector(service)})`),
    };
  }
  // A rate over a window is no counter, and what it counts are bad events.
  const { error, total } = queriesOf(definition);
  const window = durationShorthand(sliceOf(definition));
  return {
    counter: false,
    bad: prometheus(withWindow(error, window)),
    total: prometheus(withWindow(total, window)),
  };
}

function timeWindow(definition: SloDefinition): Yaml {
  const { calendar, timeZone = 'UTC' } = definition;
  if (!calendar) return { duration: durationShorthand(periodOf(definition)), isRolling: true };
  const duration = { month: '1M', quarter: '1Q', year: '1Y' }[calendar];
  // A first of January begins a month, a quarter and a year.
  return { duration, calendar: { startTime: '2024-01-01 00:00:00', timeZone }, isRolling: false };
}

/** One number and one unit, of which the minute is the smallest. */
function durationShorthand(seconds: number): string {
  const minutes = Math.max(1, Math.round(seconds / 60));
  if (minutes % 1440 === 0) return `${minutes / 1440}d`;
  return minutes % 60 === 0 ? `${minutes / 60}h` : `${minutes}m`;
}

function dnsLabel(text: string, otherwise: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const label = plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, 63);
  return label.replace(/-$/, '') || otherwise;
}
