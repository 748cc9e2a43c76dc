import { html, type TemplateResult } from 'lit';
import { allowedDowntimeSeconds } from '../../slo/budget.js';
import { budgetBar } from '../../ui/controls/budget-bar.js';
import { dataTable } from '../../ui/controls/table.js';
import { note, richText } from '../../ui/element/rich-text.js';
import type { CalculatorView } from './slo-calculator.view.js';

const DAY = 86_400;

/** The budget as a bar, what is spent and left of it, and what a team may still risk. */
export function budgetPart(view: CalculatorView): TemplateResult {
  const { text, host, windowName, windowSeconds, elapsedSeconds, spentShare, remainingShare, exhaustedAtSeconds } =
    view;
  const { number, percent, duration, times } = host.format;
  const days = (seconds: number): string => number(Math.ceil(seconds / DAY));
  const pace =
    remainingShare > 0 && exhaustedAtSeconds < windowSeconds
      ? text.pace(times(view.burnRate), days(exhaustedAtSeconds))
      : '';
  // A budget that lasts at no such pace is no reason to ship at full speed.
  const kind = pace && view.policy === 'full' ? 'canary' : view.policy;
  if (view.policy === 'none') return note(text.policies.none, 'none');
  return html`<div class="line quiet">
      <span>${text.budget(windowName)}</span><span>${text.dayOf(days(elapsedSeconds), days(windowSeconds))}</span>
    </div>
    ${budgetBar(spentShare, elapsedSeconds / windowSeconds)}
    <div class="line">
      <span>${richText(text.spentShare(duration(view.spentSeconds), percent(spentShare)))}</span>
      <span>${richText(text.leftShare(duration(view.remainingSeconds), percent(remainingShare)))}</span>
    </div>
    ${note(text.policies[view.policy] + pace, kind)}
    ${view.lowTraffic ? note(text.lowTraffic(times(view.oneFailureBurnRate), percent(1 / view.budgetRequests, 1))) : ''}`;
}

/** What the objective allows in each period, and in the reader's own window. */
export function periodsTable(view: CalculatorView): TemplateResult {
  const { text, host, windowName, windowSeconds, calendar, objective } = view;
  const lengths = [DAY, 7 * DAY, calendar.monthSeconds, 3 * calendar.monthSeconds, calendar.yearSeconds];
  const names = new Map(Object.values(text.periods).map((name, index) => [lengths[index], name]));
  return dataTable(
    text.allowedDowntime,
    [...new Set([...lengths, windowSeconds])]
      .sort((a, b) => a - b)
      .map((seconds) => ({
        head: names.get(seconds) ?? windowName,
        small: seconds > 7 * DAY && names.has(seconds) ? text.days(host.format.number(seconds / DAY, 2)) : '',
        cells: [host.format.duration(allowedDowntimeSeconds(objective, seconds))],
        current: seconds === windowSeconds,
      })),
  );
}
