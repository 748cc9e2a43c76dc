import { html, type TemplateResult } from 'lit';
import { section } from '../../ui/controls/section.js';
import { comparePart } from './compare/compare.part.js';
import { detailsPart } from './details/details.part.js';
import { headerPart } from './header/header.part.js';
import { samplingPart, samplingSummary, type SamplingView } from './sampling/sampling.part.js';
import type { Strategy, Volume } from './sampling/sampling.model.js';
import { injectPart } from './source/inject.part.js';
import { ownTracePart, ownTraceSummary, type OwnTraceView } from './source/own-trace.part.js';
import { requestsPart } from './source/requests.part.js';
import { keysPart } from './tools.part.js';
import type { Dependency, Injection, Run, RunRequest } from './trace-viewer.model.js';
import type { TraceView } from './trace-viewer.view.js';

/** Other traces of a file that are offered for a comparison. */
const MOST_OTHERS = 200;

/** The settings of the element that its controls show. */
export interface ControlSettings extends Volume {
  readonly open: string;
  readonly inject: Injection;
  readonly dependency: Dependency;
  readonly compareTo: string;
  readonly strategy: Strategy;
  /** Percent of traces. */
  readonly sampleRate: number;
  readonly slowMs: number;
  readonly traceparent: string;
  readonly tracestate: string;
}

/** All controls under the trace: what can be broken, the requests, the selected span, and the parts that open. */
export function controlsPart(
  view: TraceView,
  settings: ControlSettings,
  own: OwnTraceView,
  request: RunRequest | undefined,
): TemplateResult {
  const { text: t, run, host } = view;
  const parts = { open: settings.open, toggled: (open: string) => void host.change('open', open) };
  const sampling = run && samplingView(run, settings, request, own.language);
  const others = comparableTraces(view, own);
  return html`${run ? injectPart(view, settings.inject, settings.dependency) : ''}
  ${run ? requestsPart(view, run, request) : ''} ${detailsPart(view)}
  ${section(parts, 'compare', t.compare, t.compareSummary, () => comparePart(view, settings.compareTo, others))}
  ${
    sampling
      ? section(parts, 'sampling', t.sampling, samplingSummary(view, sampling), () => samplingPart(view, sampling))
      : ''
  }
  ${section(parts, 'header', t.header, t.headerSummary, () => headerPart(view, settings.traceparent, settings.tracestate))}
  ${section(parts, 'own', t.own, ownTraceSummary(view, own), () => ownTracePart(view, own))}
  ${section(parts, 'keys', t.keys, t.keysSummary, () => keysPart(view))}`;
}

function samplingView(
  run: Run,
  settings: ControlSettings,
  chosen: RunRequest | undefined,
  language: string,
): SamplingView {
  const { strategy, sampleRate, slowMs, requestsPerSecond, spansPerTrace, bytesPerSpan } = settings;
  return {
    settings: { strategy, rate: Number((sampleRate / 100).toFixed(12)), slowMs },
    volume: { requestsPerSecond, spansPerTrace, bytesPerSpan },
    run,
    chosen,
    language,
  };
}

/** Names of what the trace can be compared with, by the value of `compare-to`. */
function comparableTraces({ text, trace }: TraceView, { file }: OwnTraceView): Readonly<Record<string, string>> {
  if (!file) return text.compareWith;
  const others = file.traces.slice(0, MOST_OTHERS).filter(({ traceId }) => traceId !== trace.traceId);
  const named = others.map(({ traceId, spans: [first] }): [string, string] => [
    traceId,
    `${first?.service ?? ''} ${first?.name ?? ''} ${traceId.slice(0, 8)}`,
  ]);
  return { '': text.compareWith[''] ?? '', ...Object.fromEntries(named) };
}
