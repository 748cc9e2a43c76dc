import { html, type TemplateResult } from 'lit/html.js';
import { allowedDowntimeSeconds } from '../../slo/budget.js';
import { budgetBar } from '../../ui/budget-bar.js';
import { dataTable } from '../../ui/table.js';
import { note, richText } from '../../ui/text.js';
import type { CalculatorView } from './slo-calculator.view.js';

const DAY = 86_400;

/** The budget as a bar, what is spent and left of it, and what a team may still risk. */
export function budgetPart(view: CalculatorView): TemplateResult {
  const { text, format, settings, reading, windowName } = view;
  const { windowSeconds, elapsedSeconds } = settings;
  const days = (seconds: number): string => format.number(Math.ceil(seconds / DAY));
  const left = text.leftShare(format.duration(reading.remainingSeconds), format.percent(reading.remainingShare));
  return html`<div class="line quiet">
      <span>${text.budget(windowName)}</span><span>${text.dayOf(days(elapsedSeconds), days(windowSeconds))}</span>
    </div>
    ${budgetBar(reading.spentShare, elapsedSeconds / windowSeconds)}
    <div class="line">
      <span
        >${richText(text.spentShare(format.duration(settings.spentSeconds), format.percent(reading.spentShare)))}</span
      >
      <span class=${reading.remainingSeconds < 0 ? 'bad' : ''}>${richText(left)}</span>
    </div>
    ${note(`${text.policies[reading.policy]} ${pace(view)}`, reading.policy)}
    ${reading.lowTraffic ? note(lowTraffic(view)) : ''}`;
}

function pace({ text, format, settings, reading }: CalculatorView): string {
  if (reading.spentShare === 0 || reading.remainingShare <= 0) return '';
  const burnRate = format.times(reading.burnRate);
  if (reading.exhaustedAtSeconds >= settings.windowSeconds) return text.paceLasts(burnRate);
  return text.pace(burnRate, format.number(Math.ceil(reading.exhaustedAtSeconds / DAY)));
}

function lowTraffic({ text, format, reading }: CalculatorView): string {
  const { requestsPerHour, burnRate, budgetShare } = reading.oneFailure;
  return text.lowTraffic(format.number(requestsPerHour, 1), format.times(burnRate), format.percent(budgetShare, 1));
}

/** What the objective allows in each period, and in the reader's own window. */
export function periodsTable({ text, format, settings, windowName }: CalculatorView): TemplateResult {
  const { calendar, objective, windowSeconds } = settings;
  const periods = new Map([
    [DAY, text.day],
    [7 * DAY, text.week],
    [calendar.monthSeconds, text.month],
    [3 * calendar.monthSeconds, text.quarter],
    [calendar.yearSeconds, text.year],
  ]);
  const rows = [...new Set([...periods.keys(), windowSeconds])]
    .sort((a, b) => a - b)
    .map((seconds) => ({
      head: periods.get(seconds) ?? windowName,
      small: periods.has(seconds) && seconds > 7 * DAY ? text.days(format.number(seconds / DAY, 4)) : '',
      cells: [format.duration(allowedDowntimeSeconds(objective, seconds))],
      current: seconds === windowSeconds,
    }));
  return dataTable(text.allowedDowntime, rows);
}
