import { html, type TemplateResult } from 'lit';
import { section } from '../../ui/controls/section.js';
import type { BlindVsObservableView } from './blind-vs-observable.view.js';
import { costsPart } from './probes/costs.part.js';
import { quantileOf, type Fares, type ReplayProgress } from './replay/replayed-incidents.model.js';
import { hundredsPart } from './replay/replayed-incidents.part.js';
import { INCIDENTS } from './replay/incidents.data.js';
import type { Side } from './probes/probes.model.js';

/** The parts that open: many incidents, and what a look costs. */
export function sectionsPart(
  { host, text }: BlindVsObservableView,
  { open }: { readonly open: string },
  fares: Fares | undefined,
  progress: ReplayProgress,
  openIncident: (seed: number) => void,
): TemplateResult {
  const { format } = host;
  const parts = { open, toggled: (now: string) => void host.change('open', now) };
  const median = (all: Fares, side: Side): string => {
    const minutes = all[side].map((fare) => fare.minutes);
    return text.minute(format.number(quantileOf(minutes, 0.5), 1));
  };
  const summary = fares
    ? text.hundredsSummary(median(fares, 'observable'), median(fares, 'blind'))
    : text.hundredsAhead;
  const many = text.hundreds(format.number(INCIDENTS.length));
  return html`${section(parts, 'hundreds', many, summary, () =>
    hundredsPart({ text, format }, fares, progress, openIncident),
  )}
  ${section(parts, 'costs', text.costs, text.costsSummary, () => costsPart({ text, format }))}`;
}
