import { html, type TemplateResult } from 'lit';
import { choiceField, numberField } from '../../../ui/controls/fields.js';
import { dataTable } from '../../../ui/controls/table.js';
import { richText } from '../../../ui/element/rich-text.js';
import { byteSize } from '../byte-size.js';
import { dotStrip } from '../source/requests.part.js';
import {
  bytesHeld,
  bytesPerDay,
  isKept,
  sampleOf,
  tailTracesPerSecond,
  tracesPerSecond,
  type Sample,
  type SamplingSettings,
  type Volume,
} from './sampling.model.js';
import type { Run, RunRequest } from '../trace-viewer.model.js';
import type { TraceView } from '../trace-viewer.view.js';

/** Seconds for which a tail sampler waits for late spans. */
const WAIT_SECONDS = 10;

export interface SamplingView {
  readonly settings: SamplingSettings;
  readonly volume: Volume;
  readonly run: Run;
  readonly chosen: RunRequest | undefined;
  readonly language: string;
}

/** The share by which traffic is reckoned: what is promised at the start, what came out at the end. */
function storedShare({ strategy, rate }: SamplingSettings, { share }: Sample): number {
  return strategy === 'head' ? rate : share;
}

export function samplingSummary({ text, host }: TraceView, view: SamplingView): string {
  const share = storedShare(view.settings, sampleOf(view.run.requests, view.settings));
  return text.samplingSummary(host.format.percent(share, 2), byteSize(bytesPerDay(view.volume, share), view.language));
}

/** The run, sampled: what would be left of it, whether the request above is, and what that costs a day. */
export function samplingPart(trace: TraceView, view: SamplingView): TemplateResult {
  const { text, host, duration } = trace;
  const { settings, volume, run, chosen, language } = view;
  const { number, percent } = host.format;
  const sample = sampleOf(run.requests, settings);
  const share = storedShare(settings, sample);
  const kept = tracesPerSecond(volume, share);
  const held = bytesHeld(volume, settings, WAIT_SECONDS);
  const digits = (value: number): string => number(value, value < 10 ? 2 : 0);
  return html`<div class="fields">
      ${choiceField(host, 'strategy', settings.strategy, text.strategies)}
      ${settings.strategy === 'tail' ? '' : numberField(host, 'sampleRate', settings.rate * 100, '%')}
      ${settings.strategy === 'head' ? '' : numberField(host, 'slowMs', settings.slowMs, text.milliseconds)}
    </div>
    <p class="quiet">${text.strategyTold[settings.strategy]}</p>
    ${dotStrip(run, chosen, duration, (request) => isKept(request, settings))}
    <p>
      ${richText(
        settings.strategy === 'tail'
          ? text.keptOfAll(number(sample.kept), number(sample.total), percent(sample.share, 2))
          : text.keptOf(
              number(sample.kept),
              number(sample.total),
              percent(sample.share, 2),
              percent(sample.expectedShare, 2),
            ),
      )}
      ${richText(text.interestingKept(number(sample.interestingKept), number(sample.interesting)))}
    </p>
    ${chosen ? html`<p class="note ${isKept(chosen, settings) ? 'full' : 'hard'}">${richText(isKept(chosen, settings) ? text.thisKept : text.thisLost)}</p>` : ''}
    <div class="fields">
      ${numberField(host, 'requestsPerSecond', volume.requestsPerSecond, text.perSecond, 6)}
      ${numberField(host, 'spansPerTrace', volume.spansPerTrace)}
      ${numberField(host, 'bytesPerSpan', volume.bytesPerSpan, text.bytes)}
    </div>
    ${dataTable(text.sampling, [
      { head: text.keptTraces, cells: [text.aSecond(digits(kept))] },
      { head: text.keptTail, cells: [text.aSecond(digits(tailTracesPerSecond(volume, settings, sample.tailShare)))] },
      { head: text.keptBytes, cells: [text.aDay(byteSize(bytesPerDay(volume, share), language))] },
      ...(held ? [{ head: text.held, cells: [byteSize(held, language)] }] : []),
    ])}`;
}
