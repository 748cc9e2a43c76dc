import { errorBudgetRatio, isRatio } from '../budget.js';
import { promqlDuration, withWindow } from './promql.js';
import { complete, machineName, type SloDefinition } from './slo-definition.js';
import { yamlFile, type Yaml } from './yaml.js';

/**
 * An OpenSLO document, openslo/v1, of kind SLO with its indicator inside. Names become those of machines; `displayName`
 * keeps the objective's own. OpenSLO forbids a target of 1: for it the document is a comment.
 * @see https://github.com/OpenSLO/OpenSLO#slo
 */
export function toOpenSlo(definition: SloDefinition): string {
  const { service, slo, objective, errorQuery, totalQuery, description, ...rest } = complete(definition);
  const { budgetingMethod, sliceTarget, periodSeconds, timeZone } = rest;
  if (!isRatio(objective)) return yamlFile(['An objective is from 0% to 100%.']);
  if (errorBudgetRatio(objective) === 0) return yamlFile(['OpenSLO allows no target of 100%: it leaves no budget.']);
  const name = machineName(`${service}-${slo}`, 'slo');
  // OpenSLO counts in minutes, and has no more room than this for texts.
  const minutes = (seconds: number): string => promqlDuration(Math.ceil(seconds / 60) * 60);
  const slice = minutes(rest.sliceSeconds);
  const metric = (query: string): Yaml => ({
    metricSource: { type: 'Prometheus', spec: { query: withWindow(query, slice) } },
  });
  return yamlFile([], {
    apiVersion: 'openslo/v1',
    kind: 'SLO',
    metadata: { name, displayName: slo.slice(0, 63) },
    spec: {
      description: description.slice(0, 1050),
      service: machineName(service, 'service'),
      indicator: {
        metadata: { name },
        spec: { ratioMetric: { counter: false, bad: metric(errorQuery), total: metric(totalQuery) } },
      },
      timeWindow: [
        rest.calendarMonth
          ? { duration: '1M', isRolling: false, calendar: { startTime: '2024-01-01 00:00:00', timeZone } }
          : { duration: minutes(periodSeconds), isRolling: true },
      ],
      budgetingMethod,
      objectives: [
        {
          target: objective,
          timeSliceTarget: budgetingMethod === 'Timeslices' ? sliceTarget : undefined,
          timeSliceWindow: budgetingMethod === 'Occurrences' ? undefined : slice,
        },
      ],
    },
  });
}
