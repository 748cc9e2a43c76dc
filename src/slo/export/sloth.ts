import { canFire, type AlertRule } from '../alerts/alert-rules.js';
import { promqlDuration, templateText } from './promql.js';
import { complete, machineName, type SloDefinition } from './slo-definition.js';
import { yamlFile, type Yaml } from './yaml.js';

/**
 * A file for Sloth, version prometheus/v1. Sloth writes the multi-window rules itself: what of the definition's rules
 * is kept is whether any that can fire pages or opens a ticket. Its names are those of machines; the label
 * `service_name` keeps the service's own. The period is no field of the file, so a comment says how to pass it.
 * @see https://sloth.dev/specs/default/
 */
export function toSloth(definition: SloDefinition): string {
  const { service, slo, objective, periodSeconds, rules, errorQuery, totalQuery, description } = complete(definition);
  const alert = (severity: AlertRule['severity']): Yaml =>
    objective < 1 && rules.some((rule) => rule.severity === severity && canFire(rule.condition))
      ? { labels: { severity } }
      : { disable: true };
  const name = machineName(slo, 'slo');
  // Sloth refuses labels and annotations that are empty.
  return yamlFile([`sloth generate --default-slo-period=${promqlDuration(periodSeconds)}`], {
    version: 'prometheus/v1',
    service: machineName(service, 'service'),
    labels: { service_name: service || 'service' },
    slos: [
      {
        name,
        objective: objective * 100,
        description,
        sli: { events: { error_query: errorQuery, total_query: totalQuery } },
        alerting: {
          name: 'ErrorBudgetBurn',
          annotations: { summary: templateText(description) || name },
          page_alert: alert('page'),
          ticket_alert: alert('ticket'),
        },
      },
    ],
  });
}
