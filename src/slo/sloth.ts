import { canFire, type AlertRule } from './alert-rules.js';
import { errorBudgetRatio } from './budget.js';
import { DEFAULT_PERIOD_SECONDS, multiWindowRules } from './burn-rate-alerts.js';
import { decimal } from './numbers.js';
import { promqlDuration, templateText } from './promql.js';
import { periodOf, queriesOf, type SloDefinition } from './slo-definition.js';
import { toYaml, type Yaml } from './yaml.js';

/**
 * A file for Sloth, version prometheus/v1. Sloth writes the multi-window rules itself: of the definition's rules, only
 * whether any that can fire pages or opens a ticket is kept, and the other alert is disabled, as both are at an
 * objective of 1. Names become Sloth's (letters, digits, dots, dashes); the label `service_name` keeps the service's
 * own. Sloth knows no objective of 0: for it, and for no ratio, the file is a comment.
 * @see https://sloth.dev/specs/default/
 */
export function toSloth(definition: SloDefinition): string {
  const { service, slo, objective, description } = definition;
  const percent = Number(decimal(objective * 100, 15));
  if (!(percent > 0 && percent <= 100)) {
    return toYaml(undefined, ['Sloth needs an objective above 0 and up to 100 %.']);
  }
  const period = periodOf(definition);
  const comments: string[] = [];
  if (period !== DEFAULT_PERIOD_SECONDS) {
    comments.push(`The period is no field of this file: sloth generate --default-slo-period=${promqlDuration(period)}`);
  }
  const hasBudget = errorBudgetRatio(objective) > 0;
  if (!hasBudget) comments.push('No alerts: an objective of 100 % leaves no error budget to burn.');
  const rules = hasBudget ? (definition.rules ?? multiWindowRules(objective, period)) : [];
  const { error, total } = queriesOf(definition);
  return toYaml(
    {
      version: 'prometheus/v1',
      service: slothName(service, 'service'),
      labels: { service_name: service || undefined },
      slos: [
        {
          name: slothName(slo, 'slo'),
          objective: percent,
          description: description || undefined,
          sli: { events: { error_query: error, total_query: total } },
          alerting: {
            name: 'ErrorBudgetBurn',
            labels: { category: 'error-budget' },
            annotations: { summary: templateText(`${service}: ${slo} is burning its error budget too fast.`) },
            page_alert: alert(rules, 'page'),
            ticket_alert: alert(rules, 'ticket'),
          },
        },
      ],
    },
    comments,
  );
}

function alert(rules: readonly AlertRule[], severity: AlertRule['severity']): Yaml {
  const wanted = rules.some((rule) => rule.severity === severity && canFire(rule.condition));
  return wanted ? { labels: { severity } } : { disable: true };
}

/** Sloth's names have two characters or more, and letters or digits at both ends. */
function slothName(text: string, otherwise: string): string {
  const name = text.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[._-]+|[._-]+$/g, '');
  return name.length > 1 ? name : [name, otherwise].filter(Boolean).join('-');
}
