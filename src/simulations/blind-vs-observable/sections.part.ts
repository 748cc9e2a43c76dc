import { html, type TemplateResult } from 'lit/html.js';
import { section } from '../../ui/controls/section.js';
import type { BlindVsObservableView } from './blind-vs-observable.view.js';
import { costsPart } from './probes/costs.part.js';
import { quantileOf } from './replay/replayed-incidents.model.js';
import type { HundredsWork } from './replay/replayed-incidents.job.js';
import { hundredsPart } from './replay/replayed-incidents.part.js';
import { INCIDENTS } from './replay/incidents.data.js';
import type { Side } from './probes/probes.model.js';

/** The parts that open: many incidents, and what a look costs. */
export function sectionsPart(
  { host, text }: BlindVsObservableView,
  { open }: { readonly open: string },
  hundreds: HundredsWork,
  openIncident: (seed: number) => void,
): TemplateResult {
  const { format } = host;
  const parts = { open, toggled: (now: string) => void host.change('open', now) };
  const median = (side: Side): string => {
    const minutes = hundreds.fares[side].map((fare) => fare.minutes);
    return text.minute(format.number(quantileOf(minutes, 0.5), 1));
  };
  const summary = hundreds.isDone ? text.hundredsSummary(median('observable'), median('blind')) : text.hundredsAhead;
  const many = text.hundreds(format.number(INCIDENTS.length));
  return html`${section(parts, 'hundreds', many, summary, () => hundredsPart({ text, format }, hundreds, openIncident))}
  ${section(parts, 'costs', text.costs, text.costsSummary, () => costsPart({ text, format }))}`;
}
